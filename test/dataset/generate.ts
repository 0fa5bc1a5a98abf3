/** Values made from the JSON Schema of the authoring format, so that no field is forgotten by a test. */

/** As much of JSON Schema as ours uses. */
export interface Schema {
  $ref?: string;
  $defs?: Record<string, Schema>;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  pattern?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  items?: Schema;
  description?: string;
}

/** Strings for the named types whose form matters. */
const NAMED: Record<string, unknown> = {
  Id: 'a',
  EdtfString: '1940',
  Day: '1940-01-01',
  LanguageTag: 'en',
  Url: 'https://example.org/',
};

/** A value with every field of the schema in it; of several forms the last. All references are to `a`. */
export function whole(schema: Schema, defs: Record<string, Schema>, depth = 0): unknown {
  if (schema.$ref) {
    const name = schema.$ref.split('/').pop()!;
    return name in NAMED ? NAMED[name] : whole(defs[name]!, defs, depth + 1);
  }
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return whole(schema.anyOf[schema.anyOf.length - 1]!, defs, depth);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'string') return 'text';
  if (type === 'number') return 1;
  if (type === 'boolean') return true;
  if (type === 'array') return [whole(schema.items!, defs, depth + 1)];
  const out: Record<string, unknown> = {};
  for (const [key, one] of Object.entries(schema.properties ?? {}))
    out[key] = whole(one, defs, depth + 1);
  if (typeof schema.additionalProperties === 'object' && schema.additionalProperties.$ref)
    out['a'] = whole(schema.additionalProperties, defs, depth + 1);
  else if (
    typeof schema.additionalProperties === 'object' &&
    schema.additionalProperties.type === 'string'
  )
    out['en'] = 'text';
  return out;
}

/** Every place in a value, as a JSON Pointer, leaves and branches alike. */
export function places(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([key, one]) => places(one, `${path}/${key}`)),
  ].filter(Boolean);
}

/** A copy of a value with another at one place. */
export function put(value: unknown, path: string, other: unknown): unknown {
  const copy = structuredClone(value);
  const keys = path.split('/').slice(1);
  const last = keys.pop()!;
  let at = copy as Record<string, unknown>;
  for (const key of keys) at = at[key] as Record<string, unknown>;
  if (other === undefined) Reflect.deleteProperty(at, last);
  else at[last] = other;
  return copy;
}
