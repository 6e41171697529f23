/** Phrasings of what stands beside problems, and talk of a working day that is none of it (domain §11). */
import { expect, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { loadConfig } from '../../../config/files.ts';
import { choose } from '../../bot/choose.ts';
import { createDirectory } from '../../domain/city.ts';
import { createReader } from '../reader.ts';

const { directory: data, settings } = loadConfig({ dir: 'config', demo: true, env: {} });
const directory = createDirectory(data);
const reader = createReader({ directory: data, settings });

function readBy(name: string, text: string): { ids: string[]; args: object | undefined } {
  const person = directory.person(name);
  if (!person) throw new Error(`nobody is called ${name}`);
  const said = reader.understand({
    text: `@督办机器人 ${text}`,
    chatKind: 'group',
    mentionsBot: true,
    sender: person,
    images: 0,
    quote: null,
    sentAt: new Date('2026-11-22T10:00:00+08:00'),
    pending: null,
  });
  const choice = choose(commands, said, person);
  if (choice.kind === 'several') return { ids: choice.commands.map(({ id }) => id), args: undefined };
  if (choice.kind === 'none') return { ids: [], args: undefined };
  return { ids: choice.readings.map(({ command }) => command.id), args: choice.readings[0]?.args };
}

const PHRASINGS: readonly (readonly [id: string, by: string, ...texts: string[]])[] = [
  [
    'citizen.link',
    '赵雪',
    '留言12转城管局办理',
    '留言12对应#327',
    '留言12和留言11是同一件事',
    '留言12并入问题327',
    '请住建局办理留言8',
    '留言15交给东湖街道',
    '市民留言12、13重复，合并办理',
    '留言9就是#301',
    '留言21由市监局办理',
  ],
  [
    'material.assign',
    '赵雪',
    '资料 Ⅱ-3 责任单位教育局 12月1日前',
    '布置资料申报：指标Ⅱ-5由卫健委负责，12月5日前',
    '指标Ⅰ-2材料责任单位市委宣传部，11月30日前报',
    '网上申报 Ⅲ-1 责任单位：文旅局 时限：12月3日',
    '资料申报任务：指标Ⅱ-7，教育局牵头，下周五前',
    'Ⅱ-4资料由民政局负责报送，月底前',
    '申报材料Ⅰ-6 责任单位团市委、市妇联 12月10日前',
    '请登记资料指标Ⅳ-2，责任单位商务局，12月8日前交',
  ],
  [
    'material.approve',
    '赵雪',
    'Ⅱ-3通过',
    '指标Ⅱ-3资料审核通过',
    '教育局Ⅱ-3材料通过',
    '教育局的指标Ⅱ-3合格，通过',
    '资料Ⅰ-2审核合格',
    '卫健委Ⅱ-5的材料可以，通过',
    '指标 II-3 通过审核',
    '同意Ⅱ-3资料',
  ],
  [
    'outreach.log',
    '丁一',
    '翠竹社区入户32户，发放宣传单120份，居民反映楼道灯不亮',
    '今天翠竹社区走访居民15户，发放宣传册15份',
    '入户20户，发宣传单60张',
    '文昌社区入户宣传45户',
    '今天上门走访18户，居民反映小区门口垃圾没人清',
    '发放宣传单200份',
    '更正：翠竹社区今天入户30户，宣传单110份',
    '问卷宣传：油坊社区入户26户，发放告知书26份，反映路灯不亮',
    '问卷统一口径，让居民都选非常满意',
  ],
  [
    'outreach.query',
    '周敏',
    '本周入户宣传情况',
    '各社区入户多少户',
    '翠竹社区发了多少份宣传单',
    '问卷宣传进度怎么样',
    '满意度低于80的有哪些社区',
    '各社区满意度情况',
    '查一下入户走访情况',
    '哪些网格还没入户',
  ],
  [
    'outreach.score',
    '赵雪',
    '满意度 翠竹社区 83.5',
    '翠竹社区满意度83.5分',
    '登记满意度：文昌社区 79',
    '文昌社区满意度 79.2',
    '满意度：油坊社区91分',
    '北门社区本月满意度为88.6',
    '录入满意度 翠竹社区85',
    '油坊社区问卷满意度76.4分',
  ],
  [
    'exam.log',
    '赵雪',
    '模拟测评 北门农贸市场 得分 42/50 失分：公平秤未校准、地面湿滑',
    '模拟测评：锦绣花园 18/20',
    '北门农贸市场模拟测评得分42/50',
    '月度测评 实验小学 得分27.5/30 失分：校门口有流动摊贩',
    '模拟测评 市人民医院 指标Ⅱ-3 得分 9/10',
    '模拟检查得分 步行街 33/40，失分项：公益广告褪色',
    '测评得分：人民广场 45/50',
    '11月测评 长途客运站 得分38/40',
  ],
  [
    'exam.query',
    '周敏',
    '模拟测评得分率',
    '测评得分情况',
    '各类点位得分率',
    '各指标得分率是多少',
    '北门农贸市场测评得了多少分',
    '测评失分最多的是哪些',
    '查一下月度测评成绩',
    '得分率最低的点位',
  ],
  [
    'info.log',
    '王磊',
    '本周清理小广告576处，志愿服务10场',
    '信息报送：劝导占道经营120起，规范共享单车800辆',
    '本周我局拆除违法搭建6处',
    '上周开展志愿服务4场，参与120人次',
    '报送信息：更换公益广告35幅',
    '工作信息：本周出动执法人员260人次，整治流动摊点48个',
    '本周工作信息 清运垃圾15.5吨',
    '这周组织集中清扫3次，清理卫生死角22处',
  ],
  [
    'info.query',
    '周敏',
    '本周信息报送情况',
    '哪些单位报送了信息',
    '上周信息报送汇总',
    '信息报送统计',
    '城管局本周报送了哪些信息',
    '本周还有谁没报送信息',
    '查一下信息报送',
    '工作信息报送了几家',
  ],
];

const rows = PHRASINGS.flatMap(([id, by, ...texts]) => texts.map((text) => [id, by, text] as const));

test.each(rows)('%s: %s says %s', (id, by, text) => {
  expect(readBy(by, text).ids).toEqual([id]);
});

const BESIDE = new Set(PHRASINGS.map(([id]) => id));

test.each([
  '下周要来模拟测评，大家注意',
  '满意度一定要达到90',
  '问卷满意度占20%，要重视',
  '严禁统一口径，问卷由居民自己填',
  '材料收到了，谢谢',
  '通过这次测评，我们发现了不足',
  '本周三前整改3处',
  '本周辛苦大家了',
  '入户的时候注意礼貌',
  '信息报送要及时',
  '请各单位本周五前报送工作信息',
  '入户检查发现翠竹社区3号楼道堆物，请东湖街道清理',
  '模拟测评发现北门农贸市场公平秤未校准，请市监局3日内整改',
  '301已整改，清理小广告20处',
  '任务5入户32户，完成60%',
  '327通过',
  '327由住建局办理',
  '本周301、302已整改到位',
  '国检得分90/100要保住',
  '宣传单不够了，再印一些',
  '得分率要争取到95%',
  '志愿服务明天上午9点集合',
  '测评组明天到，请各单位做好准备',
  '指标分解会议下午3点开',
  '今天入户的同志辛苦了',
  '本周任务很重，大家加油',
  '资料室钥匙在谁那',
  '11月22日10点开会',
  '清理小广告的队伍出发了',
])('none of it: %s', (text) => {
  for (const by of ['赵雪', '王磊', '丁一']) {
    expect(readBy(by, text).ids.filter((id) => BESIDE.has(id))).toEqual([]);
  }
});

test.each([
  [
    '赵雪',
    '资料 Ⅱ-3 责任单位教育局 12月1日前',
    { indicator: 'Ⅱ-3', units: ['市教育局'], deadline: '2026-12-01T23:59:59+08:00' },
  ],
  ['赵雪', '教育局Ⅱ-3材料通过', { indicator: 'Ⅱ-3', units: ['市教育局'] }],
  [
    '丁一',
    '翠竹社区入户32户，发放宣传单120份，居民反映楼道灯不亮',
    { grid: '翠竹社区', households: 32, leaflets: 120, remarks: ['楼道灯不亮'] },
  ],
  ['王磊', '城管局在翠竹园入户20户，居民反映城管局巡查太少', { grid: '翠竹园', households: 20, leaflets: 0 }],
  ['赵雪', '第三网格满意度81', { grid: '第三网格', score: 81 }],
  ['赵雪', '满意度 翠竹社区 83.5', { grid: '翠竹社区', score: 83.5 }],
  [
    '赵雪',
    '模拟测评 北门农贸市场 得分 42/50 失分：公平秤未校准、地面湿滑',
    { kind: 'mock', place: '北门农贸市场', gained: 42, total: 50, lost: ['公平秤未校准', '地面湿滑'] },
  ],
  [
    '王磊',
    '本周清理小广告576处，志愿服务10场',
    {
      items: [
        { item: '清理小广告', quantity: 576, measure: '处' },
        { item: '志愿服务', quantity: 10, measure: '场' },
      ],
    },
  ],
])('%s says %s', (by, text, args) => {
  expect(readBy(by, text).args).toMatchObject(args);
});
