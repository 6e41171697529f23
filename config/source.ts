/** One settings file as text: its values, and where each of them stands. */
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { Document, Node } from 'yaml';
import type { Complaint, Fault } from './faults.ts';
import { yamlSentence } from './sentences.ts';

export interface Source {
  readonly file: string;
  /** Plain values, `${NAME}` replaced; null for an empty file. */
  readonly value: unknown;
  /** Faults of the YAML itself and of names that are not set. Where there are any, `value` may be incomplete. */
  readonly faults: readonly Fault[];
  /** Gives a complaint its line and column: those of the nearest thing that is written in the file. */
  readonly locate: (complaint: Complaint) => Fault;
}

/**
 * Reads YAML (JSON is YAML too). Never throws for what a person typed.
 * `env` gives the values of `${NAME}`: webhooks are secrets and stay out of the file (contract §2).
 */
export function readSource(file: string, text: string, env: Readonly<Record<string, string | undefined>>): Source {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const faultAt = (offset: number, message: string): Fault => {
    const { line, col } = lineCounter.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), message };
  };
  if (document.errors.length > 0) {
    const faults = document.errors.map((error) => faultAt(error.pos[0], yamlSentence(error.code)));
    return { file, value: null, faults, locate: ({ message }) => faultAt(0, message) };
  }
  const faults = substitute(document, env).map(({ offset, message }) => faultAt(offset, message));
  return {
    file,
    value: plainValue(document, faults, faultAt),
    faults,
    locate: ({ path, message, onKey = false }) => faultAt(offsetOf(document, path, onKey), message),
  };
}

/** An alias bomb or a bad anchor shows only here. */
function plainValue(document: Document, faults: Fault[], faultAt: (offset: number, message: string) => Fault): unknown {
  try {
    return document.toJS();
  } catch {
    faults.push(faultAt(0, '文件里的引用（& 和 *）有误或过多，请改为直接写出内容'));
    return null;
  }
}

/** Replaces `${NAME}` in the values of the document; returns what could not be replaced. */
function substitute(document: Document, env: Readonly<Record<string, string | undefined>>) {
  const missing: { offset: number; message: string }[] = [];
  visit(document, {
    Scalar(key, node) {
      if (key === 'key' || typeof node.value !== 'string' || !node.value.includes('${')) return;
      const offset = node.range?.[0] ?? 0;
      const replaced = node.value.replace(/\$\{([A-Z][A-Z0-9_]*)\}/g, (whole, name: string) => {
        const value = env[name];
        if (value) return value;
        missing.push({ offset, message: `环境变量 ${name} 没有设置，请在 .env 中写上 ${name}=…` });
        return whole.slice(1);
      });
      if (replaced.includes('${') && replaced === node.value) {
        missing.push({
          offset,
          message: '“${…}”里只能写大写字母、数字和下划线组成的环境变量名，例如 ${WECOM_WEBHOOK_CITY}',
        });
      }
      node.value = replaced;
    },
  });
  return missing;
}

/** Where the value at the end of the path stands (or its key); where the path breaks off, the last thing that is there. */
function offsetOf(document: Document, path: readonly PropertyKey[], onKey: boolean): number {
  let node: Node | null = document.contents;
  let offset = node?.range?.[0] ?? 0;
  for (const [at, step] of path.entries()) {
    const next = childOf(node, step, onKey && at === path.length - 1);
    if (next === null) break;
    node = next.node;
    offset = next.offset;
  }
  return offset;
}

/** The value under a key or index; where the value is empty, the place of its key. */
function childOf(node: Node | null, step: PropertyKey, onKey: boolean): { node: Node | null; offset: number } | null {
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return isNode(item) ? { node: item, offset: item.range?.[0] ?? 0 } : null;
  }
  if (!isMap(node)) return null;
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
  if (pair === undefined || !isScalar(pair.key)) return null;
  const value = isNode(pair.value) ? pair.value : null;
  const empty = value === null || (isScalar(value) && value.value === null);
  return { node: value, offset: (empty || onKey ? pair.key.range?.[0] : value?.range?.[0]) ?? 0 };
}
