// Preloaded into the service: upon SIGUSR2 it collects its garbage and prints what memory it has.
process.on('SIGUSR2', () => {
  globalThis.gc();
  setTimeout(() => {
    globalThis.gc();
    console.log(`memory ${JSON.stringify(process.memoryUsage())} end`);
  }, 1_000);
});
