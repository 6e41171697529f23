/** 排名图: the ranking of units as a picture for the group (domain §5, §12). */
import { renderAsync } from '@resvg/resvg-js';
import sharp from 'sharp';
import type { Figures } from '../domain/figures.ts';
import type { Ranking } from '../domain/ranking.ts';
import type { Rate } from '../domain/rate.ts';
import { listed } from '../domain/wording.ts';
import { rankingSvg, WIDTH } from './chart-layout.ts';
import { FONT_FILES, unknownCharacters } from './font-coverage.ts';

export interface ChartRow {
  readonly unit: string;
  readonly place: number;
  readonly rate: Rate;
  readonly overdue: number;
  /** The same rate in the period compared with; null: not compared. */
  readonly earlier: Rate | null;
}

export interface ChartGroup {
  readonly name: string;
  readonly rows: readonly ChartRow[];
  /** A line under the group; '' for none. */
  readonly note: string;
}

export interface RankingPictureInput {
  readonly title: string;
  /** City or office, before the as-of time. */
  readonly subtitle: string;
  readonly asOf: Date;
  /** 交办, 销号 and so on, at most five read well. */
  readonly counts: readonly { readonly name: string; readonly value: string }[];
  /** In per cent: from `good` on green, under `poor` red (settings `figures.boards.red`, `black`). */
  readonly thresholds: { readonly good: number; readonly poor: number };
  /** What 环比 compares with: `上周`, `昨日`; null: no comparison. */
  readonly comparedWith: string | null;
  readonly groups: readonly ChartGroup[];
}

export interface RankingPicture {
  /** PNG, 1080 pixels wide. */
  readonly png: Buffer;
  /** Characters the fonts do not have; drawn as 〓. To be told to the office, not dropped in silence. */
  readonly unknownCharacters: readonly string[];
}

/** Draws the picture. `extraFonts`: files the operator added for rare characters. Throws where such a file is no font. */
export async function rankingPicture(
  input: RankingPictureInput,
  extraFonts: readonly string[] = [],
): Promise<RankingPicture> {
  const fontFiles = [...FONT_FILES, ...extraFonts];
  const { svg } = rankingSvg(input);
  const unknown = unknownCharacters(svg, fontFiles);
  const drawable = Array.from(svg)
    .map((character) => (unknown.includes(character) ? '〓' : character))
    .join('');
  const image = await renderAsync(drawable, {
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Noto Sans SC' },
    fitTo: { mode: 'width', value: WIDTH },
  });
  // A palette halves the file, and flat colours lose nothing by it; WeCom takes 2 MB at most. Looking longer for better ones and
  // dithering take half a second and make it no smaller.
  const raw = { width: image.width, height: image.height, channels: 4 } as const;
  const png = await sharp(image.pixels, { raw }).png({ palette: true, colours: 64, effort: 1, dither: 0 }).toBuffer();
  return { png, unknownCharacters: unknown };
}

export interface RankingQuestion {
  readonly title: string;
  readonly subtitle: string;
  readonly city: Figures;
  readonly rankings: readonly Ranking[];
  /** The same rankings of the period before, and what it is called: `上周`. */
  readonly earlier: { readonly name: string; readonly rankings: readonly Ranking[] } | null;
  /** `settings.figures.boards`. */
  readonly boards: { readonly red: number; readonly black: number };
}

/** What the picture shows of rankings by a rate; groups without a row are left out. */
export function rankingPictureInput(question: RankingQuestion): RankingPictureInput {
  const { title, subtitle, city, rankings, earlier, boards } = question;
  const before = new Map(
    earlier?.rankings.flatMap(({ group, rows }) => rows.map((row) => [`${group} ${row.unit}`, row.value] as const)),
  );
  return {
    title,
    subtitle,
    asOf: city.at,
    thresholds: { good: boards.red, poor: boards.black },
    comparedWith: before.size === 0 ? null : (earlier?.name ?? null),
    counts: [
      { name: '交办', value: String(city.count) },
      { name: '已销号', value: String(city.closed) },
      { name: '待核查', value: String(city.reported) },
      { name: '超期未改', value: String(city.overdueOpen) },
      { name: '挂账', value: String(city.leftOut.suspended) },
    ],
    groups: rankings
      .filter(({ rows }) => rows.length > 0)
      .map(({ group, rows, leftOut }) => ({
        name: group,
        rows: rows.map(({ unit, place, value, figures }) => ({
          unit,
          place,
          rate: value,
          overdue: figures.overdueOpen,
          earlier: before.get(`${group} ${unit}`) ?? null,
        })),
        note: leftOut.length === 0 ? '' : `本期无交办问题：${listed(leftOut, 6)}`,
      })),
  };
}
