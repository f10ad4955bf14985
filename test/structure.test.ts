import { cruise, type ICruiseResult } from 'dependency-cruiser'
import extractTypeScript from 'dependency-cruiser/config-utl/extract-ts-config'
import { beforeAll, expect, test } from 'vitest'
import { features } from '#app/features.ts'

/** Top to bottom: a room imports only from rooms above it, and from itself. */
const order = ['vocabulary', 'core', 'kit', 'ui', ...features.map(name => `features/${name}`), 'app']

let result: ICruiseResult

beforeAll(async () => {
  const { output } = await cruise(
    ['src'],
    {
      tsPreCompilationDeps: true,
      tsConfig: { fileName: 'tsconfig.json' },
      doNotFollow: { path: 'node_modules' },
    },
    {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
    { tsConfig: extractTypeScript('tsconfig.json') },
  )
  result = output as ICruiseResult
})

const roomOf = (path: string): string | undefined => order.find(room => path.startsWith(`src/${room}/`))

const imports = () =>
  result.modules.flatMap(module =>
    module.dependencies.map(({ resolved, couldNotResolve, module: name }) => ({
      from: module.source,
      to: resolved,
      couldNotResolve,
      name,
    })),
  )

test('the check sees the code: every room has modules, and their imports are resolved', () => {
  expect(result.modules.filter(module => module.source.startsWith('src/')).length).toBeGreaterThan(80)
  for (const room of order) {
    if (room.startsWith('features/')) continue
    expect(
      result.modules.some(module => module.source.startsWith(`src/${room}/`)),
      room,
    ).toBe(true)
  }
  expect(imports().filter(each => each.name.startsWith('#') && !/^(src|test)\//.test(each.to))).toEqual([])
})

test('a room imports only from rooms above it', () => {
  const wrong = imports().filter(({ from, to }) => {
    const [here, there] = [roomOf(from), roomOf(to)]
    // A test stands beside its room, not in it: it may call the whole network.
    return here && there && !from.endsWith('.test.ts') && order.indexOf(there) > order.indexOf(here)
  })
  expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
})

test('every source file stands in a room', () => {
  const outside = result.modules
    .map(module => module.source)
    .filter(path => path.startsWith('src/') && !roomOf(path))
  expect(outside).toEqual([])
})

test('no module imports itself over a circle', () => {
  // An import of types is gone when the program runs.
  const real = (types: readonly string[]) => !types.includes('type-only')
  const circles = result.modules.flatMap(module =>
    module.dependencies
      .filter(
        each =>
          each.circular &&
          real(each.dependencyTypes) &&
          each.cycle?.every(step => real(step.dependencyTypes)),
      )
      .map(each => `${module.source} → ${each.resolved}`),
  )
  expect(circles).toEqual([])
})

const byKind: [what: string, from: RegExp, never: RegExp][] = [
  [
    'the vocabulary imports zod and itself only',
    /^src\/vocabulary\/(?!.*\.test)/,
    /^(?!src\/vocabulary\/|node_modules\/zod\/)/,
  ],
  [
    'a core does no I/O and knows no clock of its own',
    /^src\/core\/(?!.*\.test)/,
    /^(?!src\/(vocabulary|core)\/|node_modules\/zod\/)/,
  ],
  [
    'a model or contract holds no server, no page',
    /^src\/features\/[^/]+\/(model|api)\.ts$/,
    /server\.ts$|\/pages?\/|^pg$|node_modules\/(react|pg|fastify)\//,
  ],
  [
    'a page never reaches the server',
    /^src\/features\/.*(pages?\/|page\.tsx)/,
    /\/server\.ts$|src\/kit\/(db|sql|http|jobs|perform|migrate)\.ts|node_modules\/pg\//,
  ],
  [
    'only the kit and the app use PostgreSQL’s driver or Fastify',
    /^src\/(vocabulary|core|ui|features)\/(?!.*\.test)/,
    /node_modules\/(pg|fastify|graphile-worker|nodemailer)\//,
  ],
]
for (const [what, from, never] of byKind) {
  test(what, () => {
    const wrong = imports().filter(each => from.test(each.from) && never.test(each.to))
    expect(wrong.map(each => `${each.from} → ${each.to}`)).toEqual([])
  })
}
