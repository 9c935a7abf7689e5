import type { WebSocket } from 'ws';
import type { SocketSignIn } from './sign-in-of-socket.ts';

/** What is known of a socket from its upgrade on. */
export type Connection = {
  socket: WebSocket;
  /** Of the upgrade; its operations have this and a number. */
  requestId: string;
  /** The network it comes from. */
  address: string;
  /** Of the upgrade, or what connection_init says in its place. */
  acceptLanguage: string | undefined;
  /** When an operation has last begun, by Date.now(). */
  busyAt: number;
  /** Whether an operation runs. */
  isBusy: () => boolean;
  /** From connection_init on. */
  signIn?: SocketSignIn;
  /** Gives back its place among the sockets of its staff member. */
  leave?: () => void;
};

/** What came with connection_init. */
export type ConnectionParameters = Readonly<Record<string, unknown>> | undefined;
