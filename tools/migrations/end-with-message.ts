/** Prints what went wrong, without the stack, and makes the process end with status 1. */
export function endWithMessage(error: unknown): void {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
