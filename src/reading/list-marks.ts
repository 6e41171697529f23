/** 序号: a list whose marks have no sign behind them: 1人民路垃圾桶没清2解放路果皮箱溢出. */

const MEASURED =
  '(?:人(?!民|行|工)|家(?!属|具))|[个处台辆张次天日年月周点号米块盏棵株根条件户楼层栋幢座期区院室路组名位份元度小分秒半来多余层级等排只套间届步]';
/** What is done to a problem by its number (1已整改2已整改) is no item of a list. */
const ORDER = '已|整改|销|退|延|转|催|认|通过|申诉|挂|的|和|与|归|撤|并|在|未|没|还|由|请|给|交|都|不|可|要';
const MARK = (number: number): RegExp =>
  new RegExp(`(?<![\\d#第.、])${number}(?=(?!${ORDER}|${MEASURED})[一-龥]{3})`, 'g');
const BEFORE_FIRST = /(?:^|[\s:;,。!])$/;

/** Where such marks stand, from 1 on; empty where there are not two in order. */
export function bareMarks(text: string): readonly number[] {
  const first = [...text.matchAll(MARK(1))].find(({ index }) => BEFORE_FIRST.test(text.slice(0, index)));
  if (!first) return [];
  const marks = [first.index];
  for (let number = 2; number <= 9; number += 1) {
    const last = marks.at(-1) ?? 0;
    const next = [...text.matchAll(MARK(number))].find(({ index }) => index > last + 4);
    if (!next) break;
    marks.push(next.index);
  }
  return marks.length > 1 ? marks : [];
}
