/** Typed or piped lines, each taken by the room in turn; what they lead to is printed. */
import { createInterface } from 'node:readline';
import type { ChatRoom } from './chat-room.ts';

export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** Somebody sits there: editing and Ctrl-C. */
  readonly isTTY: boolean;
}

/** Ends with the input or when the room says that it is over. Input that ends early (a pipe) is still answered line by line. */
export async function talkIn(room: ChatRoom, { input, output, isTTY }: Terminal): Promise<void> {
  const lines = createInterface({ input, output, terminal: isTTY });
  let isOpen = true;
  lines.on('SIGINT', () => lines.close());
  lines.on('close', () => (isOpen = false));
  // A pipe has ended long before its first line is answered: readline then takes no prompt any more.
  const prompt = (): void => {
    if (!isOpen) return;
    lines.setPrompt(room.prompt());
    lines.prompt();
  };
  prompt();
  for await (const line of lines) {
    const answer = await room.take(line);
    if (answer === null) break;
    for (const shown of answer) output.write(`${shown}\n`);
    prompt();
  }
  lines.close();
}
