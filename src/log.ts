/** The log: JSON lines by pino. Secrets have no place in its fields; those that could carry one are struck out by name all the same. */
import pino from 'pino';

/** One line for the operator with its particulars; secrets never among them. */
export type Log = (line: string, fields?: Readonly<Record<string, unknown>>) => void;

const SECRET_FIELDS = [
  'secret',
  'token',
  'webhook',
  'route',
  'ref',
  'access_token',
  'aesKey',
  'response_url',
  'sessionWebhook',
];

export function createLog(level: string): Log {
  const redact = { paths: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`]), censor: '…' };
  const logger = pino(
    { level, redact, base: null, serializers: { error: pino.stdSerializers.err } },
    pino.destination(2),
  );
  return (line, fields = {}) => {
    const isFault = 'error' in fields;
    if (isFault) logger.error(fields, line);
    else logger.info(fields, line);
  };
}
