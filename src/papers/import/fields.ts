/** What columns an imported list may have, and the names they go by in lists of other offices. */

export interface Field {
  readonly key: string;
  /** The first is what templates and messages say. */
  readonly names: readonly string[];
  /** A sheet without it is not such a list. */
  readonly needed?: boolean;
  /** Read in our own exported table only; all of them together tell it. */
  readonly own?: boolean;
}

export type ImportKind = 'directory' | 'sites' | 'tasks' | 'problems';

export const KIND_WORDS: Readonly<Record<ImportKind, string>> = {
  directory: '花名册',
  sites: '点位表',
  tasks: '任务分解表',
  problems: '问题清单',
};

const field = (key: string, ...names: string[]): Field => ({ key, names });
const own = (key: string, ...names: string[]): Field => ({ key, names, own: true });
const needed = (key: string, ...names: string[]): Field => ({ key, names, needed: true });

export const FIELDS: Readonly<Record<ImportKind, readonly Field[]>> = {
  directory: [
    needed('unit', '单位', '单位名称', '所在单位', '工作单位', '部门', '部门单位', '责任单位', '成员单位'),
    field('unitAliases', '单位简称', '简称'),
    field('unitKind', '单位类别', '单位性质', '单位类型'),
    field('rankingGroup', '排名组', '组别', '考核组别'),
    needed('name', '姓名', '名字', '人员', '人员姓名', '联络员姓名'),
    field('role', '角色', '创城职责', '工作职责', '创城角色', '职责', '身份'),
    field('post', '职务', '职位'),
    field('mobile', '手机', '手机号', '手机号码', '联系电话', '电话', '联系方式', '移动电话'),
    field('wecom', '企业微信账号', '企业微信', '企微账号', '企业微信号'),
    field('dingtalk', '钉钉账号', '钉钉', '钉钉userid', '钉钉ID', '钉钉号'),
    field('aliases', '称呼', '别名', '群内称呼'),
  ],
  sites: [
    needed('name', '点位', '点位名称', '名称', '实地点位', '测评点位', '考察点位'),
    needed('type', '类型', '点位类型', '点位类别', '类别', '测评类型'),
    field('territory', '属地', '属地街道', '所属街道', '所属乡镇街道', '乡镇街道', '街道', '街道乡镇', '属地街道乡镇'),
    field('unit', '责任单位', '主管单位', '牵头单位', '包保单位'),
    field('roadChief', '路长', '街长', '路长单位'),
    field('aliases', '别名', '简称', '俗称', '曾用名'),
  ],
  tasks: [
    field('no', '编号', '任务编号'),
    field('origin', '类别', '任务来源', '来源', '任务类别'),
    field('indicator', '指标', '测评指标', '测评项目', '指标名称'),
    needed('title', '测评内容', '目标任务', '任务', '工作任务', '任务内容', '工作内容', '重点任务'),
    field('standard', '标准', '工作标准', '测评标准', '工作要求', '目标要求', '达标标准'),
    field('lead', '牵头单位', '主责单位', '牵头部门'),
    field('units', '责任单位', '承办单位', '责任部门', '配合单位', '协办单位', '参与单位'),
    field('leader', '责任领导', '分管领导', '牵头领导'),
    field('section', '承办科室', '责任科室', '科室'),
    field('owner', '责任人', '具体责任人', '联络员', '经办人'),
    field('deadline', '时限', '完成时限', '完成时间', '办结时限', '时间要求'),
    field('percent', '完成比例', '进度', '完成进度'),
    field('state', '状态'),
    field('report', '最近进展', '进展情况'),
  ],
  problems: [
    field('no', '编号', '问题编号', '序号'),
    field('location', '地点', '具体位置', '位置', '详细地址', '地址', '问题地点', '具体地点', '所在位置', '点位位置'),
    field('site', '点位', '点位名称', '实地点位', '测评点位', '检查点位', '考察点位'),
    needed(
      'description',
      '问题',
      '存在问题',
      '问题描述',
      '问题内容',
      '具体问题',
      '问题简述',
      '主要问题',
      '扣分原因',
      '情况描述',
      '发现问题',
    ),
    field('category', '类别', '问题类别', '问题类型', '类型'),
    field('units', '责任单位', '牵头单位', '主责单位', '整改责任单位', '整改单位', '承办单位', '牵头'),
    field('coUnits', '协办单位', '配合单位', '协同单位', '配合', '协办'),
    field(
      'deadline',
      '时限',
      '整改时限',
      '完成时限',
      '整改期限',
      '办结时限',
      '要求完成时间',
      '整改完成时限',
      '限办时间',
    ),
    field('foundOn', '检查日期', '检查时间', '发现时间', '督查时间', '日期', '测评时间'),
    field('state', '状态'),
    own('loggedBy', '登记人'),
    own('rebounds', '反弹次数'),
  ],
};

/** Without spaces, brackets and marks: 责任单位（牵头）* → 责任单位. Latin letters in small. */
const foldedHead = (text: string): string =>
  text
    .replace(/[（(【[][^（）()【】[\]]*[）)】\]]/gu, '')
    .replace(/[\s*＊:：/／、·]/gu, '')
    .toLowerCase();

/** Field of a head text; undefined for one nobody knows. */
export function fieldOf(kind: ImportKind, head: string): Field | undefined {
  const folded = foldedHead(head);
  return folded === ''
    ? undefined
    : FIELDS[kind].find(({ names }) => names.some((name) => name.toLowerCase() === folded));
}

/** Begins the example row of a template: a row that begins so is never taken over. */
export const EXAMPLE_MARK = '示例：';
