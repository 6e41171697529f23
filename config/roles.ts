/** 角色 (domain §3): the id used in code and the words the file may use instead. */
const ROLE_NAMES = {
  commander: '指挥部领导',
  officeLead: '创城办负责人',
  officeStaff: '创城办工作人员',
  inspectorLead: '督查组长',
  inspector: '督查员',
  unitPrincipal: '一把手',
  unitDeputy: '分管领导',
  unitLiaison: '联络员',
  communityHead: '社区负责人',
  owner: '责任人',
  gridHead: '网格长',
  gridMember: '网格员',
  roadChief: '路长',
  sponsor: '包联干部',
  citizen: '市民',
  observer: '监督员',
  admin: '系统管理员',
} as const;

export type RoleId = keyof typeof ROLE_NAMES;

export const ROLE_IDS = Object.keys(ROLE_NAMES) as RoleId[]; // the keys of a literal are its key type
export const ROLE_WORDS: readonly string[] = Object.values(ROLE_NAMES);

const BY_WORD = new Map<string, RoleId>(ROLE_IDS.flatMap((id) => [[id, id] as const, [ROLE_NAMES[id], id] as const]));

/** `unitLiaison` → `联络员`. */
export const roleWord = (id: RoleId): string => ROLE_NAMES[id];

/** The role of an id or of a Chinese word; undefined for anything else. */
export const roleOf = (word: string): RoleId | undefined => BY_WORD.get(word);

/** `unit_deputy` of the corpus → `unitDeputy`. */
export const roleOfSnakeCase = (word: string): RoleId | undefined =>
  BY_WORD.get(word.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()));

/** Roles that only mean something within a unit. */
export const UNIT_ROLES: ReadonlySet<RoleId> = new Set<RoleId>([
  'unitPrincipal',
  'unitDeputy',
  'unitLiaison',
  'communityHead',
  'owner',
]);
