type Node = {
  id: number;
  callFrame: { functionName: string; url: string; lineNumber: number };
  children?: number[];
};
type Profile = { nodes: Node[]; samples: number[]; timeDeltas: number[]; startTime: number; endTime: number };

/** What a function's time is put down to, by where it stands. */
function placeOf({ callFrame: { functionName, url } }: Node): string {
  const library = /node_modules\/((?:@[^/]+\/)?[^/]+)/g;
  const found = [...url.matchAll(library)].at(-1)?.[1];
  if (found !== undefined) return found;
  if (url.startsWith('node:'))
    return url
      .replace(/^node:(internal\/)?/, 'node:')
      .split('/')
      .slice(0, 2)
      .join('/');
  if (url.includes('/src/generated')) return 'generated client';
  if (url.includes('/src/')) return `src/${url.split('/src/')[1]}`;
  if (url.startsWith('wasm:')) return 'wasm (Prisma query compiler)';
  return functionName === '(garbage collector)' || functionName === '(idle)' || functionName === '(program)'
    ? functionName
    : `native ${functionName}`;
}

/** Self time by library or file, as shares of the time that was not idle, from the second half of the profile (after warm-up). */
export function whereTimeGoes({ nodes, samples, timeDeltas }: Profile): string {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(
    nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)),
  );
  /** Time in Node itself is put down to the library that called it. */
  const payerOf = (node: Node): string => {
    for (let at: Node | undefined = node; at !== undefined; at = byId.get(parents.get(at.id) ?? -1)) {
      const place = placeOf(at);
      if (!place.startsWith('native') && !place.startsWith('node:')) return place;
    }
    return placeOf(node);
  };
  const places = new Map<string, number>();
  const functions = new Map<string, number>();
  const from = Math.floor(samples.length / 2);
  let whole = 0;
  let idle = 0;
  samples.forEach((id, at) => {
    const node = byId.get(id);
    if (at < from || node === undefined) return;
    const time = timeDeltas[at] ?? 0;
    const place = payerOf(node);
    if (place === '(idle)') {
      idle += time;
      return;
    }
    whole += time;
    places.set(place, (places.get(place) ?? 0) + time);
    const { functionName, url, lineNumber } = node.callFrame;
    const name = `${functionName || '(anonymous)'} ${url.split('node_modules/').at(-1)?.slice(-70)}:${lineNumber + 1}`;
    functions.set(name, (functions.get(name) ?? 0) + time);
  });
  const top = (of: Map<string, number>, count: number) =>
    [...of]
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, count)
      .map(([name, time]) => `  ${((100 * time) / whole).toFixed(1).padStart(5)} %  ${name}`);
  return [
    `busy ${((100 * whole) / (whole + idle)).toFixed(0)} %`,
    ...top(places, 28),
    ' functions',
    ...top(functions, 22),
  ].join('\n');
}
