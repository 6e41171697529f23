/** 四明确: the fields of the 任务分解表 that are written with their names: 标准：…，分管领导：…，责任人：…. */

export interface TaskFields {
  readonly origin?: string;
  readonly standard?: string;
  readonly leader?: string;
  readonly section?: string;
  readonly owner?: string;
}

const STANDARD = /(?:工作)?标准(?:是|为)?\s*[:]\s*([^,。;\n]{2,60})/;
const LEADER = /分管领导(?:是|为)?\s*[:]?\s*([一-龥]{2,4})(?=[,。;\s、]|$)/;
const SECTION = /(?:承办|责任)科室(?:是|为)?\s*[:]?\s*([一-龥\w]{2,12})(?=[,。;\s]|$)/;
const OWNER = /责任人(?:员)?(?:是|为)?\s*[:]?\s*([一-龥]{2,4})(?=[,。;\s、]|$)/;
const ORIGIN = /未成年人|网上申报|专项行动/;

/** What the text names; nothing where it does not. `text` is folded: its colons are half width. */
export function taskFields(text: string): TaskFields {
  const origin = ORIGIN.exec(text)?.[0];
  const standard = STANDARD.exec(text)?.[1];
  const leader = LEADER.exec(text)?.[1];
  const section = SECTION.exec(text)?.[1];
  const owner = OWNER.exec(text)?.[1];
  return {
    ...(origin === undefined ? {} : { origin }),
    ...(standard === undefined ? {} : { standard }),
    ...(leader === undefined ? {} : { leader }),
    ...(section === undefined ? {} : { section }),
    ...(owner === undefined ? {} : { owner }),
  };
}
