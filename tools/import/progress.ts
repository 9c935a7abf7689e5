import { Presets, SingleBar } from 'cli-progress';

/** Shows how far something has come, on a terminal; elsewhere nothing. */
export type Progress = { to(done: number): void; stop(): void };

/** Begins to show how far something has come. @param total when it is done. */
export function startProgress(label: string, total: number): Progress {
  if (!process.stderr.isTTY || total === 0) return { to: () => undefined, stop: () => undefined };
  const bar = new SingleBar(
    { format: `${label} {bar} {value} of {total}, {eta_formatted} left`, stream: process.stderr },
    Presets.shades_classic,
  );
  bar.start(total, 0);
  return { to: (done) => bar.update(done), stop: () => bar.stop() };
}
