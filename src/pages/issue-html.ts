/** The problem's page as HTML: before and after side by side, how it stands, who did what when. Pure; everything typed by people is escaped. */
import { escapeUTF8 } from 'entities';
import type { Directory } from '../domain/city.ts';
import { recordLine } from '../domain/cards.ts';
import { isOverdue } from '../domain/issue.ts';
import type { Issue, IssueRecord } from '../domain/issue.ts';
import type { Settings } from '../domain/settings.ts';
import { stampText } from '../domain/shanghai.ts';
import { categoryName } from '../domain/stats.ts';
import { STATE_NAMES } from '../domain/steps/state.ts';
import { placeText, standingText } from '../domain/wording.ts';
import { photoSections } from './photo-figures.ts';
import type { PagePhoto } from './photo-figures.ts';

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
${photoSections(issue, photos)}
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

function timelineItem(record: IssueRecord, { source }: Issue): string {
  const isCitizens = record.step === 'log' && (source === 'citizen' || source === '12345');
  const stamp = stampText(record.at);
  const line = recordLine(isCitizens ? { ...record, note: null } : record);
  return `<li><time>${stamp}</time>${escapeUTF8(line.slice(stamp.length).trim())}</li>`;
}
