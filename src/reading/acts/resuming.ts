/** 恢复整改: a problem that stands aside (挂账) goes on. */
import { type ActRule, isQuestion } from './facts.ts';

const RESUMES =
  /恢复(?:整改|办理|计时|施工|推进)|恢复\s?#?\d+号?(?:的)?(?:整改|办理|计时)|(?:解除|取消|结束|终止|撤销|退出|不再)(?:对?\S{0,6}的?)?(?:挂账|缓办)|(?:挂账|缓办)(?:已经?|现在?)?(?:到期|期满|结束|解除|取消|终止|撤销)/;
/** Asked for, not told; or about something else. */
const NOT_TOLD = /申请|暂不|先不|不(?:同意|能|予)|别|未|没/;

export const resumes: ActRule = ({ text, issueNos }) => {
  if (issueNos.length === 0 || isQuestion(text) || NOT_TOLD.test(text)) return null;
  return RESUMES.test(text) ? 'issue.resume' : null;
};
