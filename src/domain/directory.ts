/** 通讯录与点位: who and what there is in the city. The shape only; `config/directory.ts` checks the file, `createDirectory` answers questions. */

/** Roles of domain §3, one word each. `communityHead` speaks for a community as its liaison and logs like a grid head. */
export type Role =
  | 'commander'
  | 'officeLead'
  | 'officeStaff'
  | 'inspectorLead'
  | 'inspector'
  | 'unitPrincipal'
  | 'unitDeputy'
  | 'unitLiaison'
  | 'communityHead'
  | 'owner'
  | 'gridHead'
  | 'gridMember'
  | 'roadChief'
  | 'sponsor'
  | 'citizen'
  | 'observer'
  | 'admin';

export interface Unit {
  /** Canonical name, the key. */
  readonly name: string;
  /** `office`, `department`, `company`, `street`, `town`, `community` or what the region uses (not a fixed list). */
  readonly kind: string;
  readonly aliases: readonly string[];
  /** Name of the group it is ranked in (部门, 街道乡镇); null: not ranked. */
  readonly rankingGroup: string | null;
}

export interface Person {
  /** Canonical name, the key; unique in the directory. */
  readonly name: string;
  /** Unit or inspection team; null for citizens. */
  readonly unit: string | null;
  /** The first is the main one. */
  readonly roles: readonly Role[];
  readonly aliases: readonly string[];
  /** Ids on the platforms. The simulator's id is the name. */
  readonly ids: { readonly wecom?: string | undefined; readonly dingtalk?: string | undefined };
  readonly mobile: string | null;
  /** 代班: whom the person stands in for today; their roles are among the roles (domain/absence.ts). */
  readonly standsInFor?: readonly string[];
}

/** 包联: a unit that sponsors an estate, a cadre that sponsors a building of it. */
export interface Sponsor {
  /** Unit or person. */
  readonly who: string;
  /** `3栋`; null: the whole place. */
  readonly part: string | null;
}

/** 门前三包: a shop that answers for what lies before its door. */
export interface Shopfront {
  readonly name: string;
  /** Who signed for it, as written; null: not known. */
  readonly keeper: string | null;
}

/** 网格: the smallest area of responsibility. */
export interface Grid {
  readonly name: string;
  readonly territory: string | null;
  /** 网格长 and 网格员, names. */
  readonly head: string | null;
  readonly members: readonly string[];
}

export interface Site {
  readonly name: string;
  readonly type: string;
  readonly territory: string | null;
  readonly aliases: readonly string[];
  /** 责任单位, where one is fixed. */
  readonly unit: string | null;
  /** 路长: a person or a unit. */
  readonly roadChief: string | null;
  readonly sponsors?: readonly Sponsor[] | undefined;
  /** Name of its grid. */
  readonly grid?: string | null | undefined;
  readonly shopfronts?: readonly Shopfront[] | undefined;
  /** 上报点位: on the list handed to the examiners. */
  readonly nominated?: boolean | undefined;
  /** 点位长: the leader who answers for a nominated site. */
  readonly leader?: string | null | undefined;
}

/** A work group. Webhooks may be `${NAME}` in the file; here they are values and secrets. */
export interface Group {
  readonly id: string;
  readonly name: string;
  /** Canonical names of people. */
  readonly members: readonly string[];
  /** Units the group's 通报 speaks of; empty: the whole city. */
  readonly units: readonly string[];
  /** Whether the daily 通报 is pushed there. */
  readonly receivesBulletin: boolean;
  readonly wecom: { readonly chatId?: string | undefined; readonly webhook?: string | undefined } | null;
  readonly dingtalk: {
    readonly conversationId?: string | undefined;
    readonly webhook?: string | undefined;
    readonly secret?: string | undefined;
  } | null;
}

/** The checked content of directory.yaml (or of the corpus' directory.json). */
export interface DirectoryData {
  readonly city: string;
  readonly units: readonly Unit[];
  readonly people: readonly Person[];
  readonly teams: readonly string[];
  readonly sites: readonly Site[];
  readonly groups: readonly Group[];
  readonly grids?: readonly Grid[] | undefined;
  /** 三大运营商, 各街道 …: a word that stands for several units. */
  readonly unitGroups: Readonly<Record<string, readonly string[]>>;
  /** 国检, 省检: a day, or null while it is not known. */
  readonly milestones: Readonly<Record<string, string | null>>;
}
