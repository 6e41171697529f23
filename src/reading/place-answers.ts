/** 在哪儿: what people answer when the bot asks for a place; a place has a word that places have, or it is asked for again. */
import { written } from './fold.ts';

/** Said about something else, or about nobody's place. */
const NO_PLACE =
  /不是|不对|[打写说发报搞弄填]错|错了|你们|[他她它]们|敷衍|怎么|什么|[没别]|不(?:知道|清楚|管|用|要|晓得|是|能|会)|随便|都行|算了|一下|同上|上面|刚才|到处|[几多]处|马上|以后|应该|万一/;
/** 东门, 3栋2单元, 河堤上, 刘庄, 小区里面: the last word of a place, or of its part. */
const ENDS =
  /(?:路|街|巷|弄|胡同|大道|国道|省道|[东西南北]环|号|[栋幢]|单元|[楼层]|室|院|区|苑|村|屯|庄|湾|里|寨|堡|营|坊|铺|店|馆|厂|校|站|场|所|园|桥|河|湖|江|渠|堤|坝|坡|岗|坪|塘|沟|墩|岭|山|港|集|镇|乡|门|口|旁边?|[边侧]|[东西南北]头|[这那](?:边|头|里|儿|块|一带)|[里外前后对][面头边]?|[上下](?:面|头|边)?|处|角|段|附近|隔壁|中心|公司|局|厅|台|亭|大厦|大楼|超市|商场|医院|学校|银行|工地|车库|通道|电梯|(?<=\d)米|公里处?)(?:那[里儿块]|这[里儿块]|处|的地方|附近|位置)?(?:吧|呢|的)?[。!\s]*$/;

const clausesOf = (text: string): string[] => text.split(/[,。;!\n]/).filter((clause) => clause.trim() !== '');
/** 南门往里走: the way there. */
const WAY = /往[里外东西南北前后左右]|靠近|进去|拐/;
const isPlace = (clause: string, known: string | null): boolean =>
  (known !== null && clause.includes(known)) || (!NO_PLACE.test(clause) && (ENDS.test(clause) || WAY.test(clause)));

/** `known`: the place that the reader has found in it. */
export const looksLikePlace = (text: string, known: string | null): boolean =>
  text.length >= 2 && clausesOf(text).some((clause) => isPlace(clause, known));

/** The place as it is written down: the clauses that tell one; of those with `isFirstOnly` the first. */
export function placeAnswered(text: string, known: string | null, isFirstOnly: boolean): string {
  const told = text.replace(/^(?:地点|位置|地址)?(?:就)?(?:在|是|:)*\s*/, '').replace(/(?:这里|这儿|那里)$/, '');
  const clauses = clausesOf(told);
  const places = clauses
    .filter((clause) => isPlace(clause, known))
    .map((clause) => clause.replace(/^(?:应该|其实)?(?:就?[是在])+(?=..)/, ''));
  const [first = told] = places;
  return written(isFirstOnly ? first : places.length === 0 ? told.replace(/,/g, '') : places.join(''));
}
