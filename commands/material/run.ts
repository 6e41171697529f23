/** 资料办理: finding the row that is meant, and writing it with its record (domain §11). */
import type { RunContext } from '../../src/bot/command.ts';
import type { Material, MaterialRecord } from '../../src/domain/material.ts';
import { withAssigned } from '../../src/domain/material.ts';
import { Refusal } from '../../src/domain/refusal.ts';

type Context = Omit<RunContext<object>, 'args'>;

/** Rows that were touched, and those of the settings. */
export async function allMaterial({
  store,
  settings,
}: Pick<Context, 'store' | 'settings'>): Promise<readonly Material[]> {
  return withAssigned(await store.materials.list({}), settings);
}

export interface Meant {
  readonly indicator: string | null;
  readonly units: readonly string[];
  /** Which rows come into question when the message leaves it open. */
  readonly isMeant: (material: Material) => boolean;
  readonly verb: string;
}

/** The one row a message means. Throws Refusal `material.which`: none, or several; then it says which there are. */
export async function meantMaterial(meant: Meant, context: Context): Promise<Material> {
  const { indicator, units, verb } = meant;
  const named = (await allMaterial(context)).filter(
    (material) =>
      (indicator === null || material.indicator === indicator) && (units.length === 0 || units.includes(material.unit)),
  );
  const open = named.filter(meant.isMeant);
  const [only, ...others] = open.length > 0 ? open : named;
  if (only !== undefined && others.length === 0) return only;
  const words = [indicator === null ? '' : `指标${indicator}`, units.join('、')]
    .filter((word) => word !== '')
    .join(' ');
  if (only === undefined) {
    throw new Refusal(
      'material.which',
      `没有布置${words === '' ? '' : `${words}的`}资料，没有作任何改动。创城办可先回复：资料 Ⅱ-3 责任单位市教育局 12月1日前`,
    );
  }
  const list = [only, ...others].map((material) => `${material.indicator} ${material.unit}`).join('；');
  throw new Refusal('material.which', `有${others.length + 1}项资料，请写明要${verb}哪一项：${list}。没有作任何改动。`);
}

export interface Saving {
  readonly step: MaterialRecord['step'];
  readonly note: string | null;
  readonly pictureIds?: readonly string[];
  readonly points?: number;
}

export async function saveMaterial(material: Material, saving: Saving, context: Context): Promise<void> {
  const { step, note, pictureIds = [], points = 0 } = saving;
  const { at, by, messageId, store } = context;
  await store.materials.save(material, { at, step, by: by.name, messageId, note, pictureIds, points });
}
