/** Prints what went wrong, without the stack, and makes the process end with status 1. */
export function endWithMessage(error: unknown): void {
  // A host name with several addresses gives an error with no message of its own but one for each.
  for (const each of error instanceof AggregateError ? error.errors : [error]) {
    console.error(each instanceof Error ? each.message : each);
  }
  process.exitCode = 1;
}
