// Errors the product throws on purpose: a code, the offending value and the cause.

/** A setting is missing or wrong; `message` names each with its cure, in Japanese. */
export class ConfigError extends Error {
  readonly code = 'config';
}
