import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';

/** What goes over a socket of graphql-transport-ws. */
export type SocketMessage = { type: string; id?: string; payload?: unknown };

/** A socket on which a test says and hears what it likes. */
export type RawSocket = {
  send(message: SocketMessage): void;
  /** Waits for the next message that has not been taken yet. */
  next(): Promise<SocketMessage>;
  /** How the server closed it. */
  closed: Promise<{ code: number; reason: string }>;
};

/**
 * Opens a socket and initialises it.
 * @param url of the service, without a path.
 * @param parameters of the connection.
 * @returns the socket, with the payload of its connection_ack.
 */
export async function openRawSocket(
  url: string,
  parameters: Record<string, unknown> = {},
): Promise<RawSocket & { acknowledged: unknown }> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws');
  onTestFinished(() => socket.terminate());
  const heard: SocketMessage[] = [];
  let awaited: ((message: SocketMessage) => void) | null = null;
  socket.on('message', (data) => {
    const message = JSON.parse(String(data)) as SocketMessage;
    if (awaited === null) heard.push(message);
    else awaited(message);
    awaited = null;
  });
  const closed = once(socket, 'close').then(([code, reason]: unknown[]) => ({
    code: Number(code),
    reason: String(reason),
  }));
  const raw: RawSocket = {
    send: (message) => socket.send(JSON.stringify(message)),
    next: async () =>
      heard.shift() ??
      (await new Promise((resolve) => {
        awaited = resolve;
      })),
    closed,
  };
  await once(socket, 'open');
  raw.send({ type: 'connection_init', payload: parameters });
  return { ...raw, acknowledged: (await raw.next()).payload };
}

/** Waits for a message of a kind, and passes over others: what it bears. */
export async function nextOf(socket: RawSocket, type: string): Promise<unknown> {
  for (;;) {
    const message = await socket.next();
    if (message.type === type) return message.payload;
  }
}

/** What a ping with this payload is answered with. */
export async function pongOf(socket: RawSocket, payload: unknown): Promise<unknown> {
  socket.send({ type: 'ping', payload });
  return await nextOf(socket, 'pong');
}
