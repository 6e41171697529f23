/** The problem's page as HTML: before and after side by side, how it stands, who did what when. Pure; everything typed by people is escaped. */
import { escapeUTF8 } from 'entities';
import type { Directory } from '../domain/city.ts';
import { recordLine } from '../domain/cards.ts';
import { isOverdue } from '../domain/issue.ts';
import type { Issue, IssuePhoto, IssueRecord } from '../domain/issue.ts';
import type { Settings } from '../domain/settings.ts';
import { dayText, stampText } from '../domain/shanghai.ts';
import { categoryName } from '../domain/stats.ts';
import { STATE_NAMES } from '../domain/steps/state.ts';
import { placeText, standingText } from '../domain/wording.ts';

export interface PagePhoto {
  readonly kind: IssuePhoto['kind'];
  /** Address of the picture on this site; null while it has not been fetched. */
  readonly src: string | null;
  /** Day on which it was sent; null: not known. */
  readonly day: string | null;
}

export interface IssuePageData {
  readonly issue: Issue;
  readonly records: readonly IssueRecord[];
  readonly photos: readonly PagePhoto[];
  readonly directory: Directory;
  readonly settings: Settings;
  readonly at: Date;
}

const row = (name: string, value: string | null): string =>
  value === null || value === '' ? '' : `<dt>${name}</dt><dd>${escapeUTF8(value)}</dd>`;

/** A whole document. Citizens' words and contacts do not appear: of their problems the first record's note is left out. */
export function issueHtml({ issue, records, photos, directory, settings, at }: IssuePageData): string {
  const isLate = isOverdue(issue, at);
  const until = issue.deadline === null ? null : `${stampText(issue.deadline)}（${standingText(issue, at)}）`;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>#${issue.no} ${escapeUTF8(issue.location)}</title>
<link rel="stylesheet" href="/p/assets/style.css">
</head>
<body>
<main>
<header>
<h1><span class="no">#${issue.no}</span> ${escapeUTF8(placeText(issue, { directory, settings }))}</h1>
<span class="state ${isLate ? 'late' : issue.state}">${isLate ? standingText(issue, at) : STATE_NAMES[issue.state]}</span>
<dl>
${row('问题', issue.description)}
${row('类别', categoryName(issue.category, settings))}
${row('责任单位', issue.units.join('、'))}
${row('协办', issue.coUnits.join('、'))}
${row('责任人', issue.owner)}
${row('时限', until)}
${row('销号', issue.closedAt === null ? null : `${stampText(issue.closedAt)} ${issue.closedBy ?? ''}`)}
</dl>
</header>
<section>
<h2>整改前后</h2>
<div class="pair">
${figure('整改前', ofKind(photos, 'before'))}
${figure('整改后', ofKind(photos, 'after'))}
</div>
${furtherFigures(photos)}
</section>
<section>
<h2>办理过程</h2>
<ol>
${records.map((record) => timelineItem(record, issue)).join('\n')}
</ol>
</section>
<footer>截至${stampText(at)}</footer>
</main>
</body>
</html>
`;
}

const ofKind = (photos: readonly PagePhoto[], kind: PagePhoto['kind']): readonly PagePhoto[] =>
  photos.filter((photo) => photo.kind === kind);

/** Pictures of the check and those that came with an appeal or an application, where there are any. */
function furtherFigures(photos: readonly PagePhoto[]): string {
  const kinds = [
    ['核查', 'verify'],
    ['佐证', 'evidence'],
  ] as const;
  return kinds
    .flatMap(([caption, kind]) => (ofKind(photos, kind).length === 0 ? [] : [figure(caption, ofKind(photos, kind))]))
    .concat(progressFigures(ofKind(photos, 'progress')))
    .join('');
}

/** 进展, a figure for each day on which pictures came. */
function progressFigures(photos: readonly PagePhoto[]): readonly string[] {
  const byDay = Map.groupBy(photos, ({ day }) => day ?? '');
  return [...byDay].map(([day, own]) => figure(day === '' ? '进展' : `进展 ${dayText(day)}`, own));
}

function figure(caption: string, photos: readonly PagePhoto[]): string {
  const pictures = photos.map(({ src }) =>
    src === null ? '<div class="none">图片未取到</div>' : `<img src="${escapeUTF8(src)}" alt="${caption}">`,
  );
  return `<figure><figcaption>${caption}</figcaption>${pictures.length > 0 ? pictures.join('') : '<div class="none">暂无图片</div>'}</figure>`;
}

function timelineItem(record: IssueRecord, { source }: Issue): string {
  const isCitizens = record.step === 'log' && (source === 'citizen' || source === '12345');
  const stamp = stampText(record.at);
  const line = recordLine(isCitizens ? { ...record, note: null } : record);
  return `<li><time>${stamp}</time>${escapeUTF8(line.slice(stamp.length).trim())}</li>`;
}
