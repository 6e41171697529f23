/**
 * 拒绝: something a person asked for that may not or cannot be done. Not an incident: the sentence is the answer.
 * It says what is wrong and what to type instead (style §3.7). Everything else that is thrown is a fault.
 */
export class Refusal extends Error {
  readonly code: string;

  /** `code` is stable and English, for tests and metrics; `sentence` is Chinese, for the sender. */
  constructor(code: string, sentence: string) {
    super(sentence);
    this.name = 'Refusal';
    this.code = code;
  }
}

/** 已经办过: the problem has gone further than the step wants, since somebody was faster. What else was asked for in the message goes on. */
export class Overtaken extends Refusal {}
