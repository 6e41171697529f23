/** Faults of YAML and of values as plain Chinese sentences: what is wrong and what to write instead. */
import * as z from 'zod';
import type { Complaint } from './faults.ts';

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: ' true 或 false',
  array: '列表（每项一行，前面加“- ”）',
  object: '一组“名称: 值”',
  record: '一组“名称: 值”',
  null: '空',
};

/** The complaints of a failed check. Unknown keys are complained about one by one, at the key. */
export function complaintsOf(error: z.ZodError): Complaint[] {
  return error.issues.flatMap((issue): Complaint[] =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          path: [...issue.path, key],
          message: `不认识“${key}”，请检查拼写或删去`,
          onKey: true,
        }))
      : [{ path: issue.path, message: issue.message }],
  );
}

/** For `safeParse(value, { error: zodSentence })`. Values are never repeated: they may be secrets. */
export function zodSentence(issue: z.core.$ZodRawIssue): string {
  const key = issue.path?.at(-1);
  const name = typeof key === 'string' ? `“${key}”` : '这一项';
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? `缺少${name}，请补上`
        : `${name}应为${TYPE_NAMES[issue.expected] ?? issue.expected}${quotesWanted(issue) ? '，数字请加上引号' : ''}`;
    case 'invalid_value':
      return issue.input === undefined
        ? `缺少${name}，请补上`
        : `${name}只能是：${issue.values.map(String).join('、')}`;
    case 'too_small':
      return sizeSentence(name, '少于', Number(issue.minimum), issue.origin);
    case 'too_big':
      return sizeSentence(name, '多于', Number(issue.maximum), issue.origin);
    case 'invalid_key':
      return `${name}的名称写法不对`;
    default:
      return plainLocale(issue);
  }
}

const quotesWanted = (issue: z.core.$ZodRawIssue): boolean =>
  issue['expected'] === 'string' && typeof issue.input === 'number';

function sizeSentence(name: string, relation: '少于' | '多于', limit: number, origin: string): string {
  if (origin === 'string') return limit === 1 ? `${name}不能为空` : `${name}不能${relation} ${limit} 个字`;
  if (origin === 'array') return limit === 1 ? `${name}至少要有一项` : `${name}不能${relation} ${limit} 项`;
  return `${name}不能${relation === '少于' ? '小于' : '大于'} ${limit}`;
}

function plainLocale(issue: z.core.$ZodRawIssue): string {
  const said = z.locales.zhCN().localeError(issue);
  return (typeof said === 'string' ? said : said?.message) ?? '这一项不对';
}

/** A fault of the YAML notation itself, by the code of the `yaml` package. */
export function yamlSentence(code: string): string {
  switch (code) {
    case 'DUPLICATE_KEY':
      return '同一个名称写了两次，请删去一个';
    case 'TAB_AS_INDENT':
      return '缩进用了 Tab 键，请改用空格';
    case 'BAD_INDENT':
      return '缩进没有与同级的行对齐，或者上一行的引号、括号没有成对';
    case 'MISSING_CHAR':
      return '缺少符号：请检查引号、冒号、逗号或括号是否成对';
    case 'BAD_ALIAS':
      return '“*”或“&”开头的内容请加上引号';
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return '“名称: 值”应各占一行，冒号用半角并在后面加空格';
    default:
      return '写法不符合 YAML 格式，请检查这一行的缩进、引号和冒号';
  }
}
