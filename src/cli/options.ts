/** Command-line options in one manner: Chinese help, a wrong argument is one line and exit 2 (contract §1). */
import { Command, InvalidArgumentError } from 'commander';

const TITLES: Readonly<Record<string, string>> = { 'Usage:': '用法：', 'Arguments:': '参数：', 'Options:': '选项：' };

const wholeNumber = (text: string): number => {
  if (!/^[1-9]\d*$/u.test(text)) throw new InvalidArgumentError('应为正整数。');
  return Number(text);
};

/** A program with Chinese help and errors; `npm run NAME -- …` is how it is called. */
export function cliProgram(name: string, summary: string): Command {
  const program = new Command(`npm run ${name} --`)
    .description(summary)
    .helpOption('-h, --help', '显示帮助')
    .configureHelp({
      styleTitle: (title) => TITLES[title] ?? title,
      commandUsage: (command) => usageOf(command),
      // What an option is without being said stands in its description.
      optionDescription: ({ description }) => description,
    })
    .exitOverride((error) => {
      process.exit(error.exitCode === 0 ? 0 : 2);
    })
    .configureOutput({ outputError: (text, write) => write(chinese(text, program)) });
  return program;
}

/** `用法：npm run backup -- <文件> [选项]`: what would have been right, for the line that says what is wrong. */
export const usageLine = (program: Command): string => `用法：${usageOf(program)}，选项见 --help`;

function usageOf(program: Command): string {
  const words = program.registeredArguments.map((argument) =>
    argument.required ? `<${argument.name()}>` : `[${argument.name()}]`,
  );
  return [program.name(), ...words, '[选项]'].join(' ');
}

/** For a script whose options are all whole numbers: their values by name. */
export function cliNumbers<Name extends string>(
  name: string,
  summary: string,
  numbers: Readonly<Record<Name, readonly [meaning: string, preset: number]>>,
): Readonly<Record<Name, number>> {
  const program = cliProgram(name, summary).allowExcessArguments(false);
  for (const [flag, [meaning, preset]] of Object.entries<readonly [string, number]>(numbers)) {
    program.option(`--${flag} <n>`, `${meaning}（默认 ${preset}）`, wholeNumber, preset);
  }
  return program.parse().opts();
}

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown option '(.*)'/u, '没有选项“$1”。'],
  [/^error: unknown command '(.*)'/u, '没有“$1”这种用法。'],
  [/^error: missing required argument '(.*)'/u, '缺少参数 $1。'],
  [/^error: option '(.*)' argument missing/u, '选项 $1 后面缺少内容'],
  [/^error: option '(.*?)' argument '(.*?)' is invalid\. (.*)/u, '选项 $1 的内容“$2”不对：$3'],
  [/^error: command-argument value '(.*?)' is invalid for argument '(.*?)'\. (.*)/u, '参数 $2 的内容“$1”不对：$3'],
  [/^error: too many arguments.*/u, '参数太多。'],
  [
    /^error: (?:option|command-argument) '?(.*?)'? (?:argument )?value '(.*)' is invalid\. (.*)/u,
    '$1 的内容“$2”不对：$3',
  ],
];

/** Commander's English sentences, the first line only. What could be anything is followed by what is right. */
function chinese(text: string, program: Command): string {
  const [line = ''] = text.split('\n');
  for (const [pattern, words] of WORDS) {
    if (!pattern.test(line)) continue;
    const said = line.replace(pattern, words);
    return `${said}${words.endsWith('。') ? usageLine(program) : ''}\n`;
  }
  return `${line}\n`;
}
