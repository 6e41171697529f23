/** The city of the campaign: the units and people of the example directory with 130 sites, written into a folder of its own. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { loadDirectory } from '../../../config/load.ts';
import type { DirectoryData } from '../../domain/directory.ts';
import { POSTS } from './period.ts';

const EXAMPLES = path.join(import.meta.dirname, '../../../config');
const SITES = 130;

const NAMES: readonly (readonly [type: string, ending: string, names: string])[] = [
  [
    'residential',
    '小区',
    '桂花 丹桂 绿洲 望江 紫荆 金桥 福星 春晖 兴隆 安居 枫林 梅园 兰亭 松涛 柏杨 银杏 海棠 玉泉 芳草 朝阳 晨光 锦江 东苑 西苑',
  ],
  ['back_street', '巷', '柳树 石榴 打铁 竹器 豆腐 染坊 钟楼 鼓楼 花灯 茶馆 麻石 书院 米市 井头'],
  ['secondary_road', '路', '学府 环城 青年 光明 五一 团结 胜利 和平 友谊 东风'],
  ['market', '农贸市场', '城南 五里 桥头 南溪 庙岭 大桥 新市'],
  ['school', '小学', '城关 南溪 庙岭 大桥 新市 育才 育红 前进'],
  ['park', '公园', '东山 西山 湿地 青龙 白鹭 劳动'],
  ['square', '广场', '文化 迎春 市民'],
  ['toilet', '公厕', '河滨 中心 站前 西关'],
  ['river', '河', '清水 小南 白沙'],
  ['mall', '购物中心', '万和 金源 百盛 汇丰'],
  ['hotel', '宾馆', '江岚 迎宾 云海'],
  ['community', '社区服务站', '前街 后街 南街 西街'],
  ['construction_site', '工地', '滨江二号 城东一号 城东二号'],
  ['urban_fringe', '村', '十里 石桥 李家 下湾'],
  ['volunteer_station', '志愿服务站', '步行街口 汽车站 人民公园'],
];

/** Writes directory.yaml and settings.yaml into `folder`; `lastDay` ends the campaign. Throws when the examples cannot be read. */
export async function buildCity(folder: string, lastDay: string): Promise<DirectoryData> {
  const example: unknown = parse(await readFile(path.join(EXAMPLES, 'directory.example.yaml'), 'utf8'));
  if (typeof example !== 'object' || example === null || !('sites' in example) || !Array.isArray(example.sites)) {
    throw new Error('the example directory has no sites');
  }
  const known: readonly unknown[] = example.sites;
  const taken = new Set(
    known
      .map((site) => JSON.stringify(site))
      .join('')
      .match(/\p{Script=Han}+/gu),
  );
  const added = invented().filter(({ name }) => !taken.has(name));
  const sites = [...known, ...added.slice(0, SITES - known.length)];
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'directory.yaml'), stringify({ ...example, sites }));
  const settings = await readFile(path.join(EXAMPLES, 'settings.example.yaml'), 'utf8');
  const own = settings
    .replace('  to: null', `  to: ${lastDay}`)
    .replace('  posts: []', `  posts: ${JSON.stringify(POSTS)}`)
    .replace(PICTURES, PICTURES.replace('true', 'false'));
  await writeFile(path.join(folder, 'settings.yaml'), own);
  return loadDirectory(path.join(folder, 'directory.yaml'));
}

const PICTURES = '  ranking: true';

/** 排名图: drawing them takes longer than all else of a day, so the first weeks do without. */
export async function switchPicturesOn(folder: string): Promise<void> {
  const file = path.join(folder, 'settings.yaml');
  await writeFile(file, (await readFile(file, 'utf8')).replace(PICTURES.replace('true', 'false'), PICTURES));
}

const TERRITORIES = ['东湖街道', '新市区街道', '河西街道', '北门街道', '城关镇', '南溪镇', '庙岭镇', '大桥镇'];

const invented = (): { name: string; type: string; territory: string }[] =>
  NAMES.flatMap(([type, ending, names]) =>
    names.split(' ').map((name, nth) => ({
      type,
      name: `${name}${ending}`,
      territory: TERRITORIES[nth % TERRITORIES.length] ?? '城关镇',
    })),
  );
