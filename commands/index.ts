/** 指令表: all commands, in the order 帮助 shows them. */
import type { Command } from '../src/bot/command.ts';
import adminBind from './admin/bind.ts';
import appealApprove from './appeal/approve.ts';
import appealReject from './appeal/reject.ts';
import citizenAdd from './citizen/add.ts';
import citizenLink from './citizen/link.ts';
import citizenLog from './citizen/log.ts';
import citizenQuery from './citizen/query.ts';
import citizenReply from './citizen/reply.ts';
import draftConfirm from './draft/confirm.ts';
import draftDiscard from './draft/discard.ts';
import draftFill from './draft/fill.ts';
import draftPhotos from './draft/photos.ts';
import dutyCheckin from './duty/checkin.ts';
import dutyQuery from './duty/query.ts';
import extendApprove from './extend/approve.ts';
import extendReject from './extend/reject.ts';
import examLog from './exam/log.ts';
import examQuery from './exam/query.ts';
import examWithdraw from './exam/withdraw.ts';
import groupRollcall from './group/rollcall.ts';
import groupSelfReport from './group/self-report.ts';
import exportLedger from './export/ledger.ts';
import help from './help.ts';
import importSettle from './import/settle.ts';
import importShow from './import/show.ts';
import infoLog from './info/log.ts';
import infoQuery from './info/query.ts';
import inspectionClose from './inspection/close.ts';
import inspectionOpen from './inspection/open.ts';
import inspectionShow from './inspection/show.ts';
import issueAppeal from './issue/appeal.ts';
import issueAssignOwner from './issue/assign-owner.ts';
import issueChronic from './issue/chronic.ts';
import issueClaim from './issue/claim.ts';
import issueExtend from './issue/extend.ts';
import issueLog from './issue/log.ts';
import issueMerge from './issue/merge.ts';
import issueProgress from './issue/progress.ts';
import issueReassign from './issue/reassign.ts';
import issueRecheck from './issue/recheck.ts';
import issueRectify from './issue/rectify.ts';
import issueReopen from './issue/reopen.ts';
import issueResume from './issue/resume.ts';
import issueReturn from './issue/return.ts';
import issueShow from './issue/show.ts';
import issueSuspend from './issue/suspend.ts';
import issueUrge from './issue/urge.ts';
import issueVerify from './issue/verify.ts';
import issueWithdraw from './issue/withdraw.ts';
import materialApprove from './material/approve.ts';
import materialAssign from './material/assign.ts';
import materialQuery from './material/query.ts';
import materialReturn from './material/return.ts';
import materialSubmit from './material/submit.ts';
import paperDispatch from './paper/dispatch.ts';
import paperDiscard from './paper/discard.ts';
import paperDraft from './paper/draft.ts';
import paperList from './paper/list.ts';
import paperShow from './paper/show.ts';
import paperDecide from './paper/decide.ts';
import paperSign from './paper/sign.ts';
import personAbsence from './person/absence.ts';
import outreachLog from './outreach/log.ts';
import outreachQuery from './outreach/query.ts';
import outreachScore from './outreach/score.ts';
import queryArrival from './query/arrival.ts';
import queryDue from './query/due.ts';
import queryList from './query/list.ts';
import queryOverdue from './query/overdue.ts';
import queryRanking from './query/ranking.ts';
import queryRate from './query/rate.ts';
import queryStats from './query/stats.ts';
import queryRecheck from './query/recheck.ts';
import queryScore from './query/score.ts';
import queryStandard from './query/standard.ts';
import queryTodo from './query/todo.ts';
import queryWho from './query/who.ts';
import paperEdit from './paper/edit.ts';
import reportCorrect from './report/correct.ts';
import reportDiscard from './report/discard.ts';
import reportMake from './report/make.ts';
import reportShow from './report/show.ts';
import reportSign from './report/sign.ts';
import requestTakeBack from './request/take-back.ts';
import scoreNote from './score/note.ts';
import suspendApprove from './suspend/approve.ts';
import suspendReject from './suspend/reject.ts';
import taskAmend from './task/amend.ts';
import taskClaim from './task/claim.ts';
import taskCreate from './task/create.ts';
import taskProgress from './task/progress.ts';
import taskQuery from './task/query.ts';

/** Their arguments are their own affair: each is asked with what it has read itself. */
export const commands: readonly Command<object>[] = [
  issueLog,
  issueClaim,
  issueProgress,
  issueRectify,
  issueVerify,
  issueReturn,
  issueRecheck,
  issueChronic,
  issueAppeal,
  appealApprove,
  appealReject,
  issueExtend,
  extendApprove,
  extendReject,
  issueSuspend,
  suspendApprove,
  suspendReject,
  requestTakeBack,
  issueResume,
  issueReassign,
  issueAssignOwner,
  issueUrge,
  issueWithdraw,
  issueReopen,
  issueMerge,
  issueShow,
  personAbsence,
  draftFill,
  draftConfirm,
  draftDiscard,
  draftPhotos,
  queryRate,
  queryRanking,
  queryStats,
  queryList,
  queryTodo,
  queryOverdue,
  queryDue,
  queryWho,
  queryStandard,
  queryArrival,
  queryRecheck,
  queryScore,
  scoreNote,
  paperDispatch,
  paperDraft,
  paperSign,
  paperDiscard,
  paperDecide,
  paperShow,
  paperList,
  taskCreate,
  taskClaim,
  taskProgress,
  taskAmend,
  taskQuery,
  dutyCheckin,
  dutyQuery,
  materialAssign,
  materialSubmit,
  materialApprove,
  materialReturn,
  materialQuery,
  citizenLog,
  citizenLink,
  citizenReply,
  citizenQuery,
  citizenAdd,
  outreachLog,
  outreachScore,
  outreachQuery,
  examLog,
  examWithdraw,
  examQuery,
  infoLog,
  infoQuery,
  reportMake,
  paperEdit,
  reportSign,
  reportDiscard,
  reportCorrect,
  reportShow,
  exportLedger,
  importSettle,
  importShow,
  inspectionOpen,
  inspectionClose,
  inspectionShow,
  groupRollcall,
  groupSelfReport,
  adminBind,
  help,
];
