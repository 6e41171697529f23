/** 起草的理由: what is said beside the order to draft a paper. */
import { written } from './fold.ts';

const NAMED = /(?:原因|理由|事由)(?:是|为)?[:,\s]*(.+)$|(?:因为|由于|鉴于|针对)(.+)$/s;
const ORDER =
  /提醒函|督办[单函]|问责|令|[就给对向]\s?#?\d|起草|草拟|下发|启动|签发|任务\s?\d|^(?:撤销|作废|取消)|^(?:请|麻烦|谢谢|尽快|马上|今天|抓紧|现在|立即|好的?|收到)/;

/** Null: none is given. */
export function groundsIn(text: string): string | null {
  const named = NAMED.exec(text);
  const said = named?.[1] ?? named?.[2];
  // 原因：录错了 says outright that it is the reason, however short.
  const outright = /(?:原因|理由|事由)(?:是|为|:)+\s*([^,。;:]{2,})$/.exec(text)?.[1];
  if (outright !== undefined) return written(outright);
  if (said !== undefined) return keep(said.split(/[,。;](?=.*(?:起草|下发|启动|草拟))/)[0] ?? said);
  return keep(
    text
      .split(/[,。;]/)
      .filter((clause) => !ORDER.test(clause))
      .join(','),
  );
}

/** Two characters are no grounds that could stand on a paper. */
function keep(said: string): string | null {
  const reason = written(said);
  return reason.length >= 4 || (reason.length >= 2 && /推诿|造假|拒|拖/.test(reason)) ? reason : null;
}
