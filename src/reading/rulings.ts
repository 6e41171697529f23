/** 裁定: which verdict of a message belongs to which request. 延期同意，挂账不同意 holds two. */

export type RequestTopic = 'appeal' | 'extend' | 'suspend';

export interface Ruling {
  readonly topic: RequestTopic;
  /** The clauses that speak of it. */
  readonly text: string;
}

export const NO =
  /不(?:予|同意|批准|批|准|支持|认可|采纳|成立|充分|行|能|可以|许|给|允许|通过|过(?=$|[\s,。;!]))|未(?:予|获)(?:通过|批准|同意)|驳(?:回|(?=$|[\s,。;!]))|拒绝|否决|无效|理由(?:不(?:足|充分|成立)|站不住)|没(?:有)?道理|维持原|不受理|(?<=(?:延期|挂账|申诉)(?:申请)?(?:就|也|都)?)(?:免谈|没门|算了|免了|不过|别想)(?=$|[\s,。;!])|不符合[^,。;]{0,4}(?:条件|规定|情形)|不延(?!误|迟|续|伸)|延不[了成得]|(?:延期|挂账|申诉)(?:申请)?(?:也|都|一律)?(?:退|打)回|(?:退|打)回[^,。;]{0,6}申请/;
export const YES =
  /有(?:道)?理(?!由)|(?<=申诉)有效|合理|(?<!标)准(?=$|[\s,。;!延到至])|同意|批准|准予|准了|批了|批(?:一?下|吧|[到至]|(?=$|[,。!;]))|定(?:一?下|了)|可以|允许|通过|成立|属实|认可|采纳|支持|同步|批复/;
/** 延期行, 挂账没问题: of those who decide a yes. */
export const SHORT_YES =
  /(?<=(?:延期|挂账|申诉)(?:申请)?(?:也|就|都)?)(?:过|(?:行|没(?:有)?(?:问题|意见)|OK|ok)(?:了|的|吧)?)(?=$|[\s,。;!])/;
/** A limit set to what is granted, or what follows on it: 给3天，不能再多; 不行就约谈. */
const NO_MORE =
  /(?:不(?:能|得|要|许|可以?|准|再)*|别|没有?)再[^,。;!]*|再(?:也)?不(?:许|准|能|得|要|可)[^,。;!]*|不(?:许|准|得|能)[再往]?[拖推][^,。;!]*|(?:不(?:能|得|要|许|可以?|准)?|别)(?:超过?|[晚迟]于|突破|拖过)[^,。;!]*|下不为例|(?<=^|[,。;!\s])(?:还|再|实在|到时候?|届时)*不行(?:的话)?(?:就|再)[^,。;!]*/g;
export const withoutNoMore = (text: string): string => text.replace(NO_MORE, '');

/** The words that name a request outright; 给3天 and the like speak of time granted only where nothing else is named. */
const NAMES: Readonly<Record<RequestTopic, string>> = {
  appeal: '申诉|异议',
  extend: '延期|延长|宽限|展期|延时|顺延|延后|推迟|延(?=[到至\\d一二两三四五六七八九十])',
  suspend: '挂(?:个|一?下|上)?账|缓办',
};
const WORD: Readonly<Record<RequestTopic, string>> = { appeal: '申诉', extend: '延期', suspend: '挂账' };
const TOPICS = (['appeal', 'extend', 'suspend'] as const).map((topic) => [topic, new RegExp(NAMES[topic])] as const);
const topicsIn = (text: string): readonly RequestTopic[] =>
  TOPICS.filter(([, name]) => name.test(text)).map(([topic]) => topic);

/** 建议走挂账, 可以申请延期, 有意见可以申诉: what the unit may do now, nothing decided. */
const ADVICE =
  /(?:建议|考虑|走|改报|另行|另外|再(?:报|提|申请)|重新(?:报|提|申请)|(?:可以?|自行|按程序)(?:申请|报|走|提)|改(?:为|成)?申请)[^,。;]{0,4}(?:申诉|延|宽限|挂)|(?:可以?|允许|欢迎|去|来)(?:他们|你们|再|提|来)*申诉/g;
export const withoutAdvice = (text: string): string => text.replace(ADVICE, '');
/** 改为延期到10日, 先延3天: the time itself is the verdict. */
const GRANTED =
  /(?:延|宽限)[期长限]?(?:给)?(?:到|至|\d|[一二两三四五六七八九十]+个?[天日周月])|[给批](?:到|\d|[一二两三四五六七八九十]+个?[天日周月])/;

/** 申诉通过，延期作废: what is taken back is decided, too. */
const TAKEN_BACK = /撤(?:了|回|销|掉)|作废|取消/;
/** Said of a case, or told: nothing is decided. */
const CASE =
  /如果|(?<!主)要是|假如|倘若|万一|除非|一旦|只要|的话|听说|据说|(?<![按照依])[他她](?:们)?说|(?:局|主任|组长?|领导|书记|大队)说|会上|会议|纪要/;

function isDecided({ topic, text }: Ruling): boolean {
  const said = withoutAdvice(withoutNoMore(text));
  return (
    TAKEN_BACK.test(said) ||
    NO.test(said) ||
    YES.test(said) ||
    SHORT_YES.test(said) ||
    (topic === 'extend' && GRANTED.test(said))
  );
}

const TOKEN = new RegExp(
  `(?<topic>${Object.values(NAMES).join('|')})|(?<verdict>(?:不(?:予|能|给)?|未予?)?(?:同意|批准?|准予?|可以|允许|通过|成立|支持|认可|采纳|行)|驳回?|否决|拒绝)`,
  'g',
);
const BOTH = new RegExp(`(${Object.values(NAMES).join('|')})(?:申请)?[、和及与跟](${Object.values(NAMES).join('|')})`);

/** A clause of several requests, cut so that each has its verdict; null where they cannot be paired. */
function pairsIn(clause: string): readonly string[] | null {
  const tokens = [...clause.matchAll(TOKEN)].map(({ index, groups }) => ({
    index,
    isTopic: groups?.['topic'] !== undefined,
  }));
  // 不成立，驳回: two words of one verdict.
  const steps = tokens.filter(({ isTopic }, at) => isTopic || tokens[at - 1]?.isTopic !== false);
  const alternates =
    steps.length % 2 === 0 &&
    steps.every(({ isTopic }, at) => (isTopic === (at % 2 === 0)) === (steps[0]?.isTopic ?? true));
  if (alternates) {
    const starts = steps.filter((_, at) => at % 2 === 0).map(({ index }) => index);
    return starts.map((start, at) => clause.slice(at === 0 ? 0 : start, starts[at + 1] ?? clause.length));
  }
  const both = BOTH.exec(clause);
  if (both === null || steps.length !== 3) return null;
  return [both[1] ?? '', both[2] ?? ''].map((name) => clause.replace(both[0], name));
}

/**
 * The requests that are decided, in the order said, each with what is said of it; `asked` is the one on the card that is replied to,
 * which a verdict without a name is on. Empty where not more than one is spoken of; null where several are and nobody can tell which
 * verdict is whose.
 */
export function rulingsIn(text: string, asked?: RequestTopic): readonly Ruling[] | null {
  const spoken = new Set([...topicsIn(text), ...(asked === undefined ? [] : [asked])]);
  if (spoken.size < 2) return [];
  if (CASE.test(text)) return null;
  const rulings: { topic: RequestTopic; text: string }[] = [];
  let lead = '';
  let last = asked === undefined ? undefined : { topic: asked, text: WORD[asked] };
  if (last) rulings.push(last);
  for (const clause of text.split(/(?<=[,。;!?\s])|(?<=[一-龥]、)(?=[一-龥])(?!申诉|异议|延|宽|展|顺|推|挂|缓)/)) {
    const pieces = topicsIn(clause).length < 2 ? [clause] : pairsIn(clause);
    if (pieces === null) return null;
    for (const piece of pieces) {
      const [topic] = topicsIn(piece);
      if (topic === undefined) {
        if (last) last.text += piece;
        else lead += piece;
        continue;
      }
      last = rulings.find((one) => one.topic === topic);
      if (last) last.text += last.text === WORD[topic] ? `,${piece}` : piece;
      else rulings.push((last = { topic, text: lead + piece }));
      lead = '';
    }
  }
  return rulings.filter(isDecided);
}

/**
 * 301延期同意，挂账不同意 → 301延期同意 and #301 挂账不同意. Of one ruling beside another request, a grant without what is said of that: its
 * time is not the other's. Else the stretch itself.
 */
export function cutRulings(
  stretch: string,
  {
    nosOf,
    asked,
    isNumbered,
  }: { nosOf: () => readonly number[]; asked: RequestTopic | undefined; isNumbered: (text: string) => boolean },
): readonly string[] {
  const rulings = rulingsIn(stretch, asked) ?? [];
  const [first] = rulings;
  if (first === undefined) return [stretch];
  const nos = nosOf();
  if (nos.length === 0) return [stretch];
  if (rulings.length === 1 && (asked !== undefined || NO.test(withoutNoMore(first.text)))) return [stretch];
  const head = nos.map((no) => `#${no}`).join('、');
  return rulings.map(({ text }) => {
    const said = text.replace(/(?:但是?|并|且|(?<=[,。;!\s])(?:不过|而))?[,。;!?、\s]*$/, '');
    return isNumbered(said) ? said : `${head} ${said}`;
  });
}
