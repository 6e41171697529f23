/** `npm run chat -- [--as NAME] [--group ID]`: a group in the terminal, on a scratch database (contract §1). */
import { openChatRoom } from './chat-room.ts';
import { talkIn } from './chat-talk.ts';
import { cliProgram } from './options.ts';
import { startScratchBot, type ScratchBot } from './scratch-bot.ts';
import { createSimulatorClient, SimulatorDeclined } from './simulator-client.ts';

const options = cliProgram('chat', '在终端里进一个群和机器人说话。数据只在这一次里有，结束就删掉；输入 /help 看用法。')
  .option('--as <姓名>', '以谁的身份说话')
  .option('--group <群编号>', '进哪个群')
  .allowExcessArguments(false)
  .parse()
  .opts<{ as?: string; group?: string }>();

process.exitCode = await chat();

/** The conversation from start to end; gives the exit code. */
async function chat(): Promise<0 | 1 | 2> {
  let bot: ScratchBot;
  try {
    bot = await startScratchBot();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
  try {
    return await talk(bot.address);
  } finally {
    await bot.stop();
  }
}

async function talk(address: string): Promise<0 | 2> {
  const start = { as: options.as ?? null, group: options.group ?? null };
  const room = await openChatRoom(createSimulatorClient(address), start).catch((error: unknown) => {
    if (error instanceof SimulatorDeclined) return error;
    throw error;
  });
  if (room instanceof SimulatorDeclined) {
    console.error(room.message);
    return 2;
  }
  console.log(`同一个群也可以在浏览器里看：${address}/sim\n输入 /help 看用法，/quit 结束。`);
  await talkIn(room, { input: process.stdin, output: process.stdout, isTTY: process.stdin.isTTY });
  return 0;
}
