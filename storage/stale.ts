/** Somebody was faster: the issue is no longer what the caller read. A fault, not a refusal; the whole transaction is undone. */
export class StaleIssue extends Error {
  readonly issueNo: number;

  constructor(issueNo: number) {
    super(`issue ${issueNo} has changed since it was read`);
    this.name = 'StaleIssue';
    this.issueNo = issueNo;
  }
}
