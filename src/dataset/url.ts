/**
 * The address as it may be put into a link, or `undefined` where it may not: only absolute `http:`,
 * `https:` and `mailto:` addresses without blanks, control characters or quotation marks are links.
 */
export function safeUrl(value: string): string | undefined {
  return /^(?:https?:\/\/[^\s\p{Cc}"<>\\`/][^\s\p{Cc}"<>\\`]*|mailto:[^\s\p{Cc}"<>\\`]+)$/iu.test(
    value,
  )
    ? value
    : undefined;
}
