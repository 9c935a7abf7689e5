import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What a {@link Wire} keeps back: the server's greeting, the message but for its beginning, or the reply to the whole message. */
export type Held = 'greeting' | 'message' | 'reply';

/** The wire between a mail client and its server, on which what is said can be kept back. */
export type Wire = {
  smtpUrl: string;
  /** Keeps this back from now on; resolves once there was something to keep back. What was kept back is lost. */
  hold(what: Held): Promise<void>;
  /** Lets everything through again. */
  release(): void;
  /** Breaks every connection and lets none in. */
  cut(): Promise<void>;
  /** Lets connections in again, at the same address. */
  mend(): Promise<void>;
  stop(): Promise<void>;
};

/** So many bytes of a message pass before the rest is kept back. */
const beginning = 2_000;

/** Lays a wire to the server at `smtpUrl`. */
export async function layWire(smtpUrl: string): Promise<Wire> {
  const target = new URL(smtpUrl);
  const sockets = new Set<Socket>();
  let held: Held | null = null;
  let kept = Promise.withResolvers<void>();
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    let greeted = false;
    /** How many bytes of the message have passed; null outside one. */
    let passed: number | null = null;
    const keep = (what: Held) => {
      if (held === what) kept.resolve();
      return held === what;
    };
    upstream.on('data', (data) => {
      const stage = greeted ? (passed === null ? null : 'reply') : 'greeting';
      if (stage !== null && keep(stage)) return;
      greeted = true;
      // A server that takes commands in a row answers them in one.
      passed = /^354/m.test(data.toString('latin1')) ? 0 : null;
      client.write(data);
    });
    client.on('data', (data) => {
      if (passed === null) return void upstream.write(data);
      const before = passed;
      passed += data.length;
      upstream.write(held === 'message' ? data.subarray(0, Math.max(0, beginning - before)) : data);
      if (passed > beginning) keep('message');
    });
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  async function cut(): Promise<void> {
    for (const socket of sockets) socket.destroy();
    if (server.listening) await new Promise((resolve) => server.close(resolve));
  }
  return {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    async hold(what) {
      held = what;
      kept = Promise.withResolvers();
      await kept.promise;
    },
    release() {
      held = null;
    },
    cut,
    async mend() {
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
    },
    stop: cut,
  };
}
