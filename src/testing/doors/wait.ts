/** Waiting for what real sockets, files and processes bring about. Looks often, never for a fixed time. */

const GIVE_UP_MS = 20_000;

/** Resolves when it is so; throws after twenty seconds of real time. */
export async function eventually(isSo: () => boolean | Promise<boolean>, withinMs = GIVE_UP_MS): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`did not come about: ${isSo.toString()}`);
    await new Promise((resolve) => void setTimeout(resolve, 2));
  }
}
