import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import schema from '../dataset/dataset.schema.json' with { type: 'json' };
import { nearest } from '../dataset/nearest.js';
import { type Problem, quoted, step } from '../dataset/problem.js';

const validator = new Ajv2020({
  allErrors: true,
  verbose: true,
  strict: true,
  allowUnionTypes: true,
}).compile(schema);

const article = (type: string): string =>
  ({ array: 'a list', object: 'an object', integer: 'a whole number' })[type] ?? `a ${type}`;

/** What a name must look like, by the definition that the schema has for it. */
const names: Record<string, string> = {
  '#/$defs/Id': 'an id is made of the letters a to z, digits, and single hyphens between them',
  '#/$defs/LanguageTag': 'a BCP 47 language tag is wanted, such as en, pl or uk',
};

function sentence({ keyword, params, parentSchema, data, ...error }: ErrorObject): string {
  const { properties, description } = (parentSchema ?? {}) as {
    properties?: object;
    description?: string;
  };
  switch (keyword) {
    case 'additionalProperties': {
      const name = String(params['additionalProperty']);
      const near = nearest(name, Object.keys(properties ?? {}));
      return `There is no field ${quoted(name)} here${near ? `; did you mean ${quoted(near)}?` : '.'}`;
    }
    case 'required':
      return 'This is missing.';
    case 'type':
      return `It must be ${[params['type']].flat().map(String).map(article).join(' or ')}.`;
    case 'enum': {
      const allowed = (params['allowedValues'] as unknown[]).map(String);
      const near = typeof data === 'string' ? nearest(data, allowed) : undefined;
      return `${quoted(String(data))} is none of ${allowed.join(', ')}${near ? `; did you mean ${quoted(near)}` : ''}.`;
    }
    case 'const':
      return `It must be ${JSON.stringify(params['allowedValue'])}, or left out.`;
    case 'pattern':
    case 'anyOf':
      return `${typeof data === 'string' ? quoted(data) : 'This'} does not fit: ${description ?? 'it has another form'}`;
    case 'propertyNames':
      return `${quoted(String(params['propertyName']))} is no name that is allowed here: ${names[(error.schema as { $ref: string }).$ref]}.`;
    default:
      return `It is not right: it ${params['comparison'] ? `must be ${params['comparison']} ${params['limit']}` : 'breaks a rule of the schema'}.`;
  }
}

/** Where an error is: of a missing or unknown field, the field itself. */
function pathOf({ keyword, instancePath, params }: ErrorObject): string {
  const field: unknown = {
    required: params['missingProperty'],
    additionalProperties: params['additionalProperty'],
    propertyNames: params['propertyName'],
  }[keyword];
  return field === undefined ? instancePath : instancePath + step(String(field));
}

/**
 * What the JSON Schema of the authoring format has against a dataset. Where one of several forms is
 * allowed, the errors of each form are one problem: the deepest, or that it has none of the forms.
 */
export function validate(dataset: unknown): Problem[] {
  if (validator(dataset)) return [];
  const errors = validator.errors ?? [];
  const choices = errors.filter(({ keyword }) => keyword === 'anyOf');
  const problems = new Map<string, Problem>();
  for (const error of errors) {
    const inName = error.propertyName !== undefined && error.keyword !== 'propertyNames';
    const { instancePath, keyword } = error;
    const around = choices.find(
      (choice) => choice !== error && choice.instancePath === instancePath,
    );
    const deeper =
      keyword === 'anyOf' &&
      errors.some((other) => other.instancePath.startsWith(`${instancePath}/`));
    if (inName || around || deeper) continue;
    const path = pathOf(error);
    const id = /^\/(?:events|claims|sources|people|organisations|places|errata)\/([^/]+)/.exec(
      path,
    )?.[1];
    const problem: Problem = {
      severity: 'error',
      path,
      ...(id !== undefined && { id }),
      rule: 'schema',
      message: sentence(error),
    };
    problems.set(`${path} ${problem.message}`, problem);
  }
  return [...problems.values()];
}
