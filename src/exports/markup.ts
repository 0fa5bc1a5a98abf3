/** A text as the value of an attribute of HTML. */
export const attribute = (value: string): string =>
  value.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * JSON as it may stand in a script element of HTML or XHTML: nothing in it can end the element, open a
 * comment or break a line of script, and it is the same JSON.
 */
export const scriptJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
