/** Longer than the jobs in hand may take; then the process ends anyway, and what was not done is done at the next start. */
const patience = 30_000;

/** Stops in order at Ctrl-C or SIGTERM, then exits. A second signal ends the process at once. */
export function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      setTimeout(() => process.exit(1), patience).unref();
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          process.stderr.write(`Handoff did not stop in order: ${String(error)}\n`);
          process.exit(1);
        },
      );
    });
  }
}
