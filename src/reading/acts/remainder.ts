/** 余留: a deed of which something is left (拆了3户，还有2户; 清完了，只差一处) is on its way and not done. */
import { withoutDenied } from './denials.ts';
import { parseNumeral } from '../numerals.ts';
import { ACTS, DONE, NO_DEED } from './done.ts';

const COUNT = '(?:\\d+|[几一两二三四五六七八九])\\s?[处户个件家盏块条根棵点段面米辆台张扇间]';
const SOON = '(?:明[天早晚]|后天|下?周[一二三四五六日末]|月底)';
/** 等你们来看, 明天请来验收: who is done waits for that. */
const NOT_A_LOOK = '(?![^,。;]*(?:[你您]|领导|督查|[复核检]查|复核|验收|销号|来看))';
/** What is left, to the end of its clause. */
const REMAINS = new RegExp(
  `(?:${[
    '(?:还|仍|尚)(?:没|未|差|剩|欠|缺)',
    `还有(?:一?[点些]|${COUNT})`,
    '剩(?:下|余)?(?![^,。;]*(?:都|全|也|已))|余下(?![^,。;]*(?:都|全|也|已))',
    `另(?:外|有)?${COUNT}(?![^,。;]*(?:都|全|也|已|昨|[完好掉走]了))`,
    '(?:就|只|仅)[差剩]',
    `(?:没|未)(?:有)?(?:${NO_DEED}${ACTS}|动|完工|完成|收尾|到)(?![^,。;]*[照图])[一-龥]{0,3}(?=$|[,。;!\\s])`,
    '[收扫]尾|尾巴',
    '再(?:继续)?(?:(?:观察|跟踪|盯)(?![^,。;]*了)|看[一两三几\\d]+天)',
    // 收工前清完: still to come.
    `(?<![目之以门面店])前(?:能|会|可)?${ACTS}[完好掉](?!了)`,
    `等[^,。;]{1,8}就(?=[一-龥])|等${NOT_A_LOOK}(?!结果|通知|一?[下会])[一-龥]{2,6}(?=$|[,。;])`,
    // 今天清了三车，明天继续.
    `${SOON}${NOT_A_LOOK}(?:继续|接着|还[要得]|再[来去弄干清拆拖运修搬])(?![^,。;]*[照图])`,
    // 护栏下周一安装; but 照片明天补.
    `(?<![照图][^,。;]{0,8})${SOON}${NOT_A_LOOK}[^,。;已]{0,4}${NO_DEED}${ACTS}[一-龥]{0,3}(?=$|[,。;])`,
  ].join('|')})[^,。;]*`,
  'g',
);

/** 已做7处, 电杆立了: enough of a deed where something is left. */
const DEED = new RegExp(`已[^,。;]{0,6}\\d|${ACTS}(?:了(?=$|[,。;])|[好完掉了]${COUNT})`);

const FIGURE = '(\\d+|[一二两三四五六七八九十]+)';
/** 五户拆了四户, 12处已清9处: fewer than there are. */
const OF_MANY = new RegExp(
  `${FIGURE}([处户个件家盏块条根棵辆台间])[^\\d一二两三四五六七八九十,。;]{0,8}?(?:${ACTS}|签|谈|同意|答应)[^\\d一二两三四五六七八九十,。;]{0,3}${FIGURE}\\2`,
);

function isPartOfMany(text: string): boolean {
  const [, all = '', , some = ''] = OF_MANY.exec(text) ?? [];
  const [whole, part] = [parseNumeral(all), parseNumeral(some)];
  return whole !== null && part !== null && part < whole;
}

/** `done`: something is done beside what is left. Null: nothing is left. */
export function remainderIn(text: string): { readonly done: boolean } | null {
  const said = withoutDenied(text);
  if (isPartOfMany(said)) return { done: true };
  const rest = said.replace(REMAINS, '');
  return rest === said ? null : { done: DEED.test(rest) || DONE.test(rest) };
}
