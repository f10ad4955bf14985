import { Field } from '#ui/field.tsx'
import { fieldId, useFieldValue, useFormAround } from '#ui/form.tsx'
import { useText } from '#ui/i18n.ts'
import { MarkingTag } from '#ui/status.tsx'
import { type Marking, markingLevel, markings } from '#vocabulary/marking.ts'
import { documentStatuses, flags, identityKinds, kindRules, nameKinds } from '../kinds.ts'
import type { AlertList } from '../model.ts'
import { useWords } from './words.ts'

/** The fields of an alert: its kind decides which there are. */
export const AlertFields = ({ list, clearance }: { list: AlertList; clearance: Marking }) => {
  const { t } = useWords()
  const rule = kindRules[list.kind]
  const isPerson = rule.subject === 'person'
  const returns = list.kind === 'return-decision' || list.kind === 'refusal-of-entry'
  return (
    <>
      {isPerson && (
        <Group name="who">
          <Entries
            path="content.identities"
            empty={{ kind: 'confirmed', names: [{ kind: 'primary' }] }}
            least={1}
          >
            {path => <IdentityFields path={path} />}
          </Entries>
        </Group>
      )}
      {rule.subject === 'vehicle' || rule.subject === 'vessel' ? (
        <Group name={rule.subject}>
          <Entries path="content.objects" empty={{ type: rule.subject }} least={1}>
            {path => <ObjectFields path={path} vessel={rule.subject === 'vessel'} />}
          </Entries>
        </Group>
      ) : (
        <Group name={isPerson ? 'documents' : 'document'}>
          <Entries
            path="content.documents"
            empty={{ type: 'P', ...(isPerson ? { status: 'held' } : {}) }}
            least={isPerson ? 0 : 1}
          >
            {path => <DocumentFields path={path} person={isPerson} />}
          </Entries>
        </Group>
      )}
      <Group name="action">
        <Field
          path="content.action"
          as="column"
          hint={t('form.action.hint', { action: t(`action.${list.action}`) })}
          choices={rule.actions.map(value => ({
            value,
            label: t(`action.${value}`),
            hint: t.or(`action.${value}.${list.kind}`, t(`action.${value}.text`)),
          }))}
        />
        {isPerson && (
          <Field path="content.flags" choices={flags.map(value => ({ value, label: t(`flag.${value}`) }))} />
        )}
        {returns && (
          <>
            {list.kind === 'return-decision' && (
              <div className="pair">
                <Field path="content.particulars.departureUntil" />
                <Field path="content.particulars.suspended" />
              </div>
            )}
            <Field path="content.particulars.entryBan" />
            <Field path="content.particulars.unionFamily" />
          </>
        )}
      </Group>
      <Group name="ground">
        <Field path="content.ground.reason" kind="long" short />
        <div className="pair">
          <Field path="content.ground.decision" kind="text" />
          <Field path="content.ground.evidence" kind="text" />
        </div>
        {isPerson && <Field path="content.ground.offence" kind="text" />}
        <Field path="content.ground.note" kind="long" short />
        <Field
          path="content.legalBasis"
          kind="text"
          hint={t('form.legal-basis.hint', { basis: list.legalBasis })}
        />
      </Group>
      <Group name="validity">
        <Field path="content.endsOn" hint={t('form.ends.hint', { months: list.reviewMonths })} />
        <Field
          path="content.marking"
          as="row"
          hint={t('form.marking.hint', { marking: list.marking })}
          choices={markings
            .filter(
              each =>
                markingLevel(each) >= markingLevel(list.marking) &&
                markingLevel(each) <= markingLevel(clearance),
            )
            .map(value => ({ value, label: value }))}
          draw={value => <MarkingTag marking={value as Marking} />}
        />
      </Group>
    </>
  )
}

const Group = ({ name, children }: { name: string; children: React.ReactNode }) => {
  const { t } = useWords()
  const id = `alert-group-${name}`
  return (
    <section className="write-group" aria-labelledby={id}>
      <h2 id={id}>{t.or(`group.${name}`, name)}</h2>
      {children}
    </section>
  )
}

/** Entries of a list of the form, each with a way to take it away, and one to add another. */
const Entries = (props: {
  path: string
  /** What a new entry begins with. */
  empty: object
  least: number
  children: (path: string) => React.ReactNode
}) => {
  const { path, least } = props
  const ui = useText()
  const { t } = useWords()
  const form = useFormAround()
  const value = useFieldValue(path)
  const entries = Array.isArray(value) ? (value as unknown[]) : []
  const what = t.or(`entry.${path.split('.').at(-1)}`, path)
  const add = () => {
    form.set(path, [...entries, props.empty])
    setTimeout(() =>
      document
        .getElementById(fieldId(form, `${path}.${entries.length}`))
        ?.querySelector<HTMLElement>('input, select')
        ?.focus(),
    )
  }
  return (
    <div id={fieldId(form, path)}>
      {entries.map((_, index) => (
        <div
          className="entry"
          key={index}
          id={fieldId(form, `${path}.${index}`)}
          role="group"
          aria-label={`${what} ${index + 1}`}
        >
          {props.children(`${path}.${index}`)}
          {entries.length > least && (
            <div className="buttons">
              <button
                type="button"
                className="button"
                data-kind="quiet"
                data-size="small"
                onClick={() =>
                  form.set(
                    path,
                    entries.filter((_entry, other) => other !== index),
                  )
                }
              >
                {ui('form.remove', { what: `${what} ${index + 1}` })}
              </button>
            </div>
          )}
        </div>
      ))}
      <button type="button" className="button" data-size="small" onClick={add}>
        {t.or(`entry.${path.split('.').at(-1)}.add`, ui('form.add', { what }))}
      </button>
    </div>
  )
}

const IdentityFields = ({ path }: { path: string }) => {
  const { t, nations } = useWords()
  return (
    <>
      <Field
        path={`${path}.kind`}
        as="column"
        choices={identityKinds.map(value => ({
          value,
          label: t(`identity.${value}`),
          hint: t(`identity.${value}.text`),
        }))}
      />
      <Entries path={`${path}.names`} empty={{ kind: 'alias' }} least={1}>
        {name => (
          <>
            <Field path={`${name}.family`} needed />
            <Field path={`${name}.given`} needed />
            <Field path={`${name}.full`} kind="text" needed />
            <Field
              path={`${name}.kind`}
              as="list"
              choices={nameKinds.map(value => ({ value, label: t(`name.${value}`) }))}
            />
          </>
        )}
      </Entries>
      <Field path={`${path}.birth`} short />
      <Field path={`${path}.circa`} />
      <Field
        path={`${path}.sex`}
        as="row"
        choices={(['F', 'M', 'X'] as const).map(value => ({ value, label: t(`sex.${value}`) }))}
      />
      <Field path={`${path}.nationalities`} choices={nations()} />
      <Field path={`${path}.birthPlace`} kind="text" />
      <Field path={`${path}.birthCountry`} kind="one" as="list" choices={nations()} />
      <Field path={`${path}.description`} kind="long" short />
    </>
  )
}

const DocumentFields = ({ path, person }: { path: string; person: boolean }) => {
  const { t, nations } = useWords()
  const type = useFieldValue(`${path}.type`)
  // What another system called it stays as it is.
  const types = [...new Set(['P', 'I', 'V', 'AR', ...(typeof type === 'string' && type ? [type] : [])])]
  return (
    <>
      <Field
        path={`${path}.type`}
        kind="one"
        as="list"
        choices={types.map(value => ({
          value,
          label: t.or(`document-type.${value}`, value),
        }))}
      />
      <Field path={`${path}.number`} />
      {!person && <Field path={`${path}.to`} />}
      <Field path={`${path}.issuer`} kind="one" as="list" choices={nations()} />
      <Field
        path={`${path}.status`}
        as="list"
        choices={documentStatuses
          .filter(value => person || value !== 'held')
          .map(value => ({ value, label: t(`document.${value}`) }))}
      />
      <Field path={`${path}.issuedOn`} />
      <Field path={`${path}.expiresOn`} />
    </>
  )
}

const ObjectFields = ({ path, vessel }: { path: string; vessel: boolean }) => {
  const { nations } = useWords()
  return (
    <>
      {vessel ? (
        <>
          <Field path={`${path}.name`} />
          <Field path={`${path}.imo`} />
          <Field path={`${path}.mmsi`} />
          <Field path={`${path}.callSign`} />
        </>
      ) : (
        <>
          <Field path={`${path}.plate`} />
          <Field path={`${path}.vin`} />
          <Field path={`${path}.make`} />
          <Field path={`${path}.model`} />
        </>
      )}
      <Field path={`${path}.country`} kind="one" as="list" choices={nations()} />
      <Field path={`${path}.colour`} />
    </>
  )
}
