/** What has to have happened in sixty days: every mechanism of domain §1, by the names under which the campaign counts it. */
export const WANTED: readonly string[] = `
logged,several in a message,fixed on the spot,unit suggested,grid entry,draft confirmed,settled before,repetition pointed out,
found by leaders,found by sector,found by grid,found by territory,found by superior,lead and helping unit,helping unit added,
claim,progress,report,picture asked for,pass,passed together,return,recheck,rebound,urge,urge bundled,record,
appeal,appeal upheld,appeal rejected,reassign,designate,merge,withdraw,
extension asked,extension approved,second extension approved,extension rejected,
suspension asked,suspension approved,suspension rejected,resumed by the clock,resumed by hand,
arrival,who answers for it,standard asked,absence,inspection period,duty,duty refused,rollcall refused,
提醒 signed,提醒 served,督办 signed,督办 served,问责 signed,问责 served,paper dropped,paper read,score noted,score asked,
weekly changed,weekly signed and sent,special issue signed and sent,circular signed and sent,correction signed and sent,
task,task finished,material set out,material handed in,material returned,material passed,
citizen,hotline message,message answered,citizen satisfied,citizen dissatisfied,
examination,outreach,remark of a resident,satisfaction,no coaching of answers,work information`
  .trim()
  .split(/,\n?/);
