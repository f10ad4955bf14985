const name = process.argv[2]
const names = ['rows', 'spread', 'web', 'table', 'form', 'screening', 'messages', 'passengers']
if (!name || !names.includes(name)) {
  console.error(`npm run bench -- NAME, where NAME is one of: ${names.join(', ')}`)
  process.exit(2)
}
const { run } = (await import(`./${name}.ts`)) as { run: () => Promise<void> }
await run()
process.exit(0)

export {}
