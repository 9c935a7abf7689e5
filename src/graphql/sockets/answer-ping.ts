import { MessageType, type PingMessage, type PongMessage } from 'graphql-ws';
import type { SocketSignIn } from './sign-in-of-socket.ts';

/**
 * Answers a ping. One that brings a token, `{ "authorization": "Bearer …" }`, is told what became of it, any other is sent back
 * as the protocol says.
 * @param signIn undefined while the socket is not initialised: a token that comes then is not looked at.
 */
export async function answerPing(
  signIn: SocketSignIn | undefined,
  payload: PingMessage['payload'],
): Promise<PongMessage> {
  const type = MessageType.Pong;
  if (!payload) return { type };
  if (!('authorization' in payload)) return { type, payload };
  return { type, payload: { ...(await signIn?.renew(String(payload.authorization))) } };
}
