/** Made-up street scenes for measuring: drawn from a number, so that the same number is the same place. */

/** A repeatable source of numbers from 0 to 1 (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const SCENE_WIDTH = 960;
export const SCENE_HEIGHT = 720;

/** What changes at one place: whether the defect is there, and who happens to pass by. */
export interface Moment {
  readonly hasDefect: boolean;
  readonly passers: number;
  /** Where the photographer stands, in steps to the right: what is near moves more than what is far. */
  readonly step: number;
  /** Sky and light of the day, 0 to 1. */
  readonly weather: number;
}

/** SVG of the place at a moment. */
export function sceneSvg(place: number, moment: Moment): string {
  const random = randomFrom(place * 7919 + 13);
  const between = (from: number, to: number): number => from + random() * (to - from);
  const colour = (saturation: number, from: number, to: number): string =>
    `hsl(${Math.round(random() * 360)},${saturation}%,${Math.round(between(from, to))}%)`;
  const ground = between(380, 520);
  const parts = [
    rect(
      0,
      0,
      SCENE_WIDTH,
      ground,
      `hsl(${Math.round(between(190, 225))},${Math.round(between(15, 60))}%,${Math.round(between(62, 92))}%)`,
    ),
  ];
  for (let x = -40; x < SCENE_WIDTH;) {
    const [width, height] = [between(90, 260), between(120, ground - 40)];
    const moved = x - moment.step * between(0.5, 1.1);
    parts.push(rect(moved, ground - height, width, height, colour(30, 25, 80)));
    const window = colour(15, 20, 90);
    const [across, step] = [between(14, 36), between(38, 70)];
    for (let at = moved + 14; at < moved + width - 20; at += step) {
      for (let down = ground - height + 18; down < ground - 50; down += step)
        parts.push(rect(at, down, across, across * 1.3, window));
    }
    if (random() < 0.6) parts.push(rect(moved, ground - 66, width, 26, colour(70, 35, 60)));
    x += width + between(-10, 40);
  }
  parts.push(
    rect(
      0,
      ground,
      SCENE_WIDTH,
      SCENE_HEIGHT - ground,
      `hsl(${Math.round(between(0, 60))},${Math.round(between(2, 18))}%,${Math.round(between(28, 66))}%)`,
    ),
  );
  if (random() < 0.7) parts.push(rect(0, ground + between(40, 110), SCENE_WIDTH, between(14, 46), colour(25, 40, 80)));
  for (let left = Math.floor(between(1, 5)); left > 0; left -= 1)
    parts.push(
      tree(between(0, SCENE_WIDTH) - moment.step * 1.6, ground + between(0, 40), between(50, 130), colour(40, 18, 40)),
    );
  parts.push(defect(random, ground, moment), ...passersBy(moment.passers, ground));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${SCENE_WIDTH}" height="${SCENE_HEIGHT}">${parts.join('')}</svg>`;
}

const rect = (x: number, y: number, width: number, height: number, fill: string): string =>
  `<rect x="${x.toFixed(0)}" y="${y.toFixed(0)}" width="${width.toFixed(0)}" height="${height.toFixed(0)}" fill="${fill}"/>`;

const tree = (x: number, y: number, size: number, fill: string): string =>
  `${rect(x - 8, y - size, 16, size, '#4b3621')}<circle cx="${x.toFixed(0)}" cy="${(y - size * 1.3).toFixed(0)}" r="${(size * 0.6).toFixed(0)}" fill="${fill}"/>`;

/** A heap or parked things on the ground; drawn from the place's own numbers, so that it lies where it lay. */
function defect(random: () => number, ground: number, { hasDefect, step }: Moment): string {
  const [x, y] = [120 + random() * 620 - step * 2, ground + 60 + random() * (SCENE_HEIGHT - ground - 160)];
  const shapes = Array.from({ length: 14 }, () => {
    const [dx, dy, size, hue, light] = [
      random() * 200,
      random() * 70,
      18 + random() * 44,
      random() * 360,
      15 + random() * 65,
    ];
    return `<ellipse cx="${(x + dx).toFixed(0)}" cy="${(y + dy).toFixed(0)}" rx="${size.toFixed(0)}" ry="${(size * 0.6).toFixed(0)}" fill="hsl(${hue.toFixed(0)},45%,${light.toFixed(0)}%)"/>`;
  });
  return hasDefect ? shapes.join('') : '';
}

/** Cars and people of the moment, elsewhere each time. */
function passersBy(seed: number, ground: number): string[] {
  const random = randomFrom(seed * 104_729 + 7);
  return Array.from({ length: Math.floor(random() * 4) }, () => {
    const [x, y, hue] = [random() * SCENE_WIDTH, ground + random() * 90, random() * 360];
    return random() < 0.5
      ? rect(x, y - 60, 150, 58, `hsl(${hue.toFixed(0)},60%,40%)`)
      : rect(x, y - 90, 26, 90, `hsl(${hue.toFixed(0)},50%,30%)`);
  });
}
