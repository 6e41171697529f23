/** 办理状态: how the problems stand that a list is asked of. Keys as `filter` of the corpus README. */

export type Stands =
  | 'suspended'
  | 'unclaimed'
  | 'awaitingVerification'
  | 'rebound'
  | 'returned'
  | 'closed'
  | 'open'
  | 'chronic';

const STANDS: readonly (readonly [Stands, RegExp])[] = [
  ['suspended', /挂(?:了)?账|挂起|缓办/],
  ['chronic', /老大难/],
  [
    'unclaimed',
    /[没未待](?:有)?(?:人|单位|谁)?(?:来)?(?:认领|接单|领|接(?=$|[的?]))|(?:认领|签收|接单?|领走?|领取)(?:完|走)?了?(?:没有?|吗|么)[?。\s]*$|有没有人(?:来)?(?:认领|接|领)|有人(?:来)?(?:认领|接|领|管)(?:了)?(?:吗|没有?)|派[^,。]{0,4}有没有人管|没人(?:认领|接|管)/,
  ],
  [
    'awaitingVerification',
    /[待等没未](?:着|有|人)*(?:我|我们)?核查|[等待该]着?我们?[去来]?(?:看|瞧|复?核|验)|报了整改(?:还)?没|报(?:了|上来的?)?整改的/,
  ],
  ['rebound', /反弹|回潮/],
  ['returned', /(?:退|打)回/],
  [
    'open',
    /(?:没|未)(?:有)?(?:整?改|销|办|处理|完|弄|清|搞|做|解决|动|修)|还[有剩差欠](?:几|哪|多少)?|在办|没管|(?:处理|整改)中|手[上里头]|名下/,
  ],
  ['closed', /已(?:经)?销号?|销(?:了)?号(?:了)?的|已(?:经)?(?:整改|办结|完成)/],
];

/** Null where no word tells. */
export const standsIn = (text: string): Stands | null => STANDS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
