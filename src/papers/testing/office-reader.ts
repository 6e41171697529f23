/** LibreOffice as a second reader of our files, where the machine has it: papers are looked at by what another program makes of them. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

const onPath = (program: string): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => folder !== '' && existsSync(join(folder, program)));

/** Whether soffice and pdftotext are there; where not, says so once in the test's output. */
export function hasOfficeReader(): boolean {
  const found = onPath('soffice') && onPath('pdftotext');
  if (!found) process.stderr.write('跳过：本机没有 LibreOffice 和 pdftotext，另一程序打开文件的测试未运行\n');
  return found;
}

/** Lines of each page as printed, empty ones left out. */
export async function printedPages(docx: Buffer): Promise<string[][]> {
  return inFolder(async (folder) => {
    await writeFile(join(folder, 'paper.docx'), docx);
    await convert(folder, 'paper.docx', 'pdf');
    const { stdout } = await run('pdftotext', ['-layout', join(folder, 'paper.pdf'), '-']);
    return stdout
      .split('\f')
      .map((page) => page.split('\n').filter((line) => line.trim() !== ''))
      .filter((page) => page.length > 0);
  });
}

export interface PrintedWord {
  readonly text: string;
  /** Points. */
  readonly width: number;
}

/** Words of each page as printed, with their width. */
export async function printedWords(file: Buffer, name: string): Promise<PrintedWord[][]> {
  return inFolder(async (folder) => {
    await writeFile(join(folder, name), file);
    await convert(folder, name, 'pdf');
    const { stdout } = await run('pdftotext', ['-bbox', join(folder, name.replace(/\.\w+$/, '.pdf')), '-']);
    const words = (page: string): PrintedWord[] =>
      [...page.matchAll(/<word xMin="([\d.]+)"[^>]*xMax="([\d.]+)"[^>]*>([^<]*)</g)].map(([, from, to, text = '']) => ({
        text,
        width: Number(to) - Number(from),
      }));
    return stdout.split('<page ').slice(1).map(words);
  });
}

/** The first sheet as LibreOffice shows it, as CSV text in UTF-8. */
export async function shownCsv(xlsx: Buffer): Promise<string> {
  return inFolder(async (folder) => {
    await writeFile(join(folder, 'sheet.xlsx'), xlsx);
    await convert(folder, 'sheet.xlsx', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true');
    return readFile(join(folder, 'sheet.csv'), 'utf8');
  });
}

/** A file turned into another kind: `xls`, `ods`. */
export async function convertedFile(file: Buffer, name: string, to: string): Promise<Buffer> {
  return inFolder(async (folder) => {
    await writeFile(join(folder, name), file);
    await convert(folder, name, to);
    return readFile(join(folder, name.replace(/\.\w+$/, `.${to}`)));
  });
}

/** A profile of its own, so that a running LibreOffice or a second test does not stand in the way. */
async function convert(folder: string, file: string, to: string): Promise<void> {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  await run('soffice', [profile, '--headless', '--convert-to', to, '--outdir', folder, join(folder, file)]);
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'paper-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
