/** What one socket, one user, one address and all of a process's sockets may do; what goes beyond is ended with the code beside it. */
export const socketLimits = {
  /** The longest message, in bytes: 1009. */
  messageBytes: 256 * 1024,
  /** Messages in ten seconds, pings and all: 4429. */
  messagesInTenSeconds: 300,
  /** Operations that run at once on one socket: further ones are answered TOO_MANY_SUBSCRIPTIONS. */
  operations: 100,
  /** Sockets of one staff member on this process: 4429. */
  ofUser: 50,
  /** Sockets of one address on this process: HTTP 503 before they are opened. */
  ofAddress: 500,
  /** Sockets of this process: HTTP 503 before they are opened. */
  ofProcess: 20_000,
  /** Until connection_init, in milliseconds: 4408. */
  untilInit: 5_000,
  /** Without an operation that runs, in milliseconds: 4408. */
  idle: 5 * 60_000,
  /** From ping to ping, and until the pong, in milliseconds; who does not answer is cut. */
  keepAlive: 12_000,
} as const;
