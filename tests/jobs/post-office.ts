import { sendCorrespondence } from '../../src/jobs/send-correspondence.ts';
import { openMailer } from '../../src/platform/mailer.ts';
import { createMetrics, type Metrics } from '../../src/platform/metrics.ts';
import { buildHouse, type House } from '../support/house.ts';
import { type Mailbox, type MailboxOptions, startMailbox } from '../support/mailbox.ts';

/** A house whose letters really go out over SMTP when the test runs the job. */
export type PostOffice = House & {
  mailbox: Mailbox;
  metrics: Metrics;
  /**
   * Runs the job of a referral's newest sending once.
   * @throws what the job throws, so that the queue would try again.
   */
  send(referralId: string): Promise<void>;
  /** Runs the job of one correspondence once. */
  sendOne(correspondenceId: string): Promise<void>;
  /** A referral with its newest sending and that one's attempts. */
  look(referralId: string): Promise<Awaited<ReturnType<typeof look>>>;
};

/** Builds a {@link PostOffice} on the sample data. */
export async function openPostOffice(options: MailboxOptions = {}): Promise<PostOffice> {
  const house = await buildHouse();
  const mailbox = await startMailbox(options);
  const mailer = openMailer(mailbox.smtpUrl);
  const metrics = createMetrics();
  const sendOne = (correspondenceId: string) =>
    sendCorrespondence(house.platform, { mailer, metrics }, { correspondenceId });
  return {
    ...house,
    mailbox,
    metrics,
    send: async (referralId) => await sendOne((await look(house, referralId)).sending.id),
    sendOne,
    look: (referralId) => look(house, referralId),
    async stop() {
      mailer.close();
      await mailbox.stop();
      await house.stop();
    },
  };
}

async function look({ database }: House, id: string) {
  const referral = await database.referral.findUniqueOrThrow({ where: { id } });
  const sending = await database.correspondence.findFirstOrThrow({
    where: { referralId: id },
    orderBy: { number: 'desc' },
    include: { attempts: { orderBy: { number: 'asc' } } },
  });
  return { referral, sending };
}
