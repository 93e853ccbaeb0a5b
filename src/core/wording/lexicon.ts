/**
 * What `wording.ts` knows of English. Words, not rules: a pair of lines that is judged wrongly is mended here or in
 * the labelled pairs, never by a special case. Other languages are compared by their words as they stand.
 */

/** Words that carry no fact of their own; a line may have them or not. */
export const FILLERS = words(`
  all a an the this that these those there here it its they their them he she his her we our us i my you your who which what
  is are was were be been being am do does did has have had having will would shall
  of in on at for with as and  so both each every one's also too just very really quite basically actually simply
  currently now presently moment present still already yet further moreover then again
  about around approximately roughly circa approx 
  customer customers client clients account team's side
  noted mentioned mention mentions said say says stated state states reported report reports confirmed confirm confirms
  explained explain explains told tell tells shared highlighted emphasized emphasised clarified note notes
  decided decide decides decision agreed agree agrees agreement everyone was were action fact blocker risk
  record aware total overall general call meeting  today step  per clear
  is are any something thing things able let lets please whether how when where while because since due
  by to from into out up down nor through during within upon until till than but nor like via
  internally inform informs informed separate separately various respective teh hte adn session yet
  take takes took taken taking go goes went gone going come comes came coming get gets got getting gotten make makes made making contain contains containing happen happens happened happening
  biggest chief please therefore thus hence team teams essentially apparently definitely eventually respective respectively clearly
  accordingly meanwhile regularly actively fully unfortunately honestly frankly luckily fortunately obviously kindly finally whatsoever absolutely simply any longer anymore altogether overall
  everybody all-hands own same such  same's main key specifically particularly especially particular
  likely probably possibly generally typically usually basis regarding concerning term terms way
`);

/** Words left in for their sense even where they look small: one more of these on one side makes another fact. */
export const TELLING = words(`
  not without unless if only except before after must may might should could least most minimum maximum subject
  depending provided instead all none nobody never first second third final last new old former previous planned
  proposed pending cancelled rejected refused draft until reference exclude excluding excludes besides only partly
  half part some other others another next former possible optional nearly almost over under off
`);

/** One more of these on one side turns a line into its opposite. */
export const NEGATIONS = words(`
  not non no none never nobody cannot without neither nothing hardly unable lack lacks lacking shortage
`);

/** `unclear` is `not clear`: words that are turned round by `un`, `in` or `im`. */
export const NEGATABLE = words(`
  able acceptable accurate affordable answered approved assigned authorised authorized available aware certain changed
  clear compatible complete confirmed consistent correct covered decided defined documented encrypted expected finished
  funded happy insured known licensed likely locked necessary paid patched planned possible protected published reliable
  resolved safe satisfied secure secured sent signed solved stable staffed sufficient supported sure tested trained
  unionised used valid verified willing
`);

/**
 * Each line is one meaning: the word that stands for it, then others by their base form. Inflected and derived forms
 * find their line by their stem.
 */
const SYNONYM_LINES = `
need require necessary requirement must-have
want wish desire
start begin begun commence kickoff launch begun began
use used using utilise utilize usage leverage employ
large big huge
worry concern concerned worried fear
slow sluggish
additional extra additionally
reduce cut lower decrease shrink reduction fell fall fallen dropped declined decline
increase rise rose risen grow grew grown growth climb climbed raise
ask request
provide supply deliver delivery
send forward pass circulate distribute sent
arrange schedule setup book organise organize
prepare preparation draft-up
complete finish done completion finalise finalize
end cancel cancellation expire expiry expiration terminate termination terminates stop halt cease
choose chose chosen choice pick select selection opt
prefer preference preferred
buy bought purchase procure acquire acquired acquisition
responsible responsibility
yearly annual annually year
monthly month
weekly week
daily day
quarterly
handle manage
check verify verification validate validation
review reviewed revise
remove delete deletion removal scrap discard
keep kept retain retention
run operate ran operation
show display
licence license
organisation organization
centre center
staff employee personnel
admin administrator
rollout
quick fast rapid quickly rapidly
delay late postpone defer push-back delayed
missing absent
block blocked prevent hinder
wait await
approve approval signoff
sign signed signature
price pricing
cost expense
contract agreement
document documentation
integrate integration
migrate migration
train training
test testing
deploy deployment
replace replacement
support supported
move moved moving
allow permit enable-to
create creation
update updated
fix repair correct correction
resolve solve resolution solution
meet met
stay remain
withdraw withdrew withdrawn withdrawal
think thought
become became
bring brought
catch caught
come came
deal dealt
drive drove driven
feel felt
fly flew flown
forget forgot forgotten
hear heard
hide hidden
learn learned
lend lent
lose lost loss
mean meant
ride rode
ring rang rung
see saw seen
seek sought
sit sat
sleep slept
spend spent spending
stand stood
steal stole stolen
swear sworn
teach taught
understand understood
wake woke
wear wore worn
win won
break broke broken breakage
freeze froze frozen
rewrite rewrote rewritten
undo undone
embed embeds embedded embedding
disable deactivate
enable activate
commit commitment
resign resignation resigned quit-job
rehearse practise practice rehearsal
distrust mistrust
nominate nomination
sell sold sale
pay paid payment
know known knew
receive received
give gave given grant granted
make made
take took taken
write wrote written
speak spoke spoken talk
lead led
build built construct
hard difficult
important critical crucial vital essential
problem issue trouble
join attend attendance participate
site location
company firm business
vendor supplier
competitor rival
lack shortage
wrong incorrect
unclear
outstanding pending unresolved
find identify found
cover include
reply answer respond response
straight directly direct
whole entire
help assist assistance
tell inform
agree agreed agreement-on
decide decision decided
discuss discussion
plan planned planning
offer proposal propose proposed
quote quotation
estimate
limit cap restrict restriction limitation
depend dependent dependency
explain explanation
describe description
define definition
compare comparison compared
measure measurement
analyse analyze analysis
implement implementation introduce introduction
install installation
configure configuration
connect connection link
transfer transmit
convert conversion
calculate calculation compute
collect gather collection
share shared
store save stored storage
protect protection secure
access accessible
available availability
reject refuse refusal rejection
renew renewal
extend extension prolong
expand expansion
shorten
improve improvement better
speed accelerate speed-upconsider
evaluate evaluation assess assessment
recommend recommendation suggest suggestion advise
confirm confirmation
require-approval
announce announcement
publish publication
release released
hire recruit
resign leave left leaving quit depart departure
retire retirement
appoint
assign allocate assignment
own owner
maintain maintenance
monitor
track
log
notify alert notification
remind reminder
invite invitation
visit
present presentation
demonstrate demo demonstration
negotiate negotiation negotiations talks
sue
audit
comply compliance
certify certification certificate
encrypt encryption
authenticate authentication login signin
password
user
client
old older legacy
new newer
enough sufficient
often frequently
rarely seldom hardly
usuallyeach every
main primary principal
small little
cheap inexpensive low-cost
expensive costly pricey
busy
empty
full
ready
mandatory compulsory obligatory
optional voluntary
temporary interim
permanent
first initial
begin-with
last final
previous prior earlier former
next upcoming following
current present
future
quarter
morning
afternoon
car vehicle
truck lorry
van
warehouse
factory plant
shop store-front
office
hospital clinic
nurse
doctor physician
pupil student
teacher
lawyer legal attorney
boss manager
team
department unit division
branch
headquarters hq head-office
board
committee
council
government
bank
insurer
invoice bill billing
budget
discount rebate
fee
penalty
salary wage
tax
report
dashboard
spreadsheet excel
database
interface api
server
laptop notebook
phone telephone
mobile
tablet
screen display-panel
printer
scanner
sensor
camera
email e-mail mail
website site-web
backup
outage downtime
bug defect error fault
ticket
feature function functionality
prototype
workshop
course
webinar
holiday vacation leave-of
illness sickness
strike
shift
stuck
expect expectation anticipate anticipated
hope
try attempt trial
fail failure
succeed success successful successfully
drop dropped abandon
hold held
bring brought
carry
look
search
open
close closed closure
ship dispatch
load
fill
order
return
count number amount
total sum
share-of
half
double
minute
hour
grant-to
chase
question
objection object
opposition oppose against disapprove disapproval
veto
accept acceptance
demand insist
satisfied happy content pleased
unhappy dissatisfied
annoyed
trust
doubt
sure certain
maybe perhaps
together jointly
separate separately
automatically automatic
manual manually hand
online
remote remotely
local locally
global globally worldwide
internal in-house
external outside
public
private
confidential
secret
free
cleanup
translate translation
print
scan
cutover
wifi wi-fi
inquiry enquiry
colour color
programme program
catalogue catalog
cheque
grey gray
fulfil fulfill
`;

export const SYNONYMS: readonly (readonly string[])[] = SYNONYM_LINES.trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));

/** “one” is left out: as often as not it stands for a noun. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ...'zero _ two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value): [string, number] => [word, value]),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, tens): [string, number] => [word, (tens + 2) * 10]),
  ['hundred', 100],
  ['twice', 2],
]);

export const MONTHS: ReadonlyMap<string, string> = new Map(
  'january february march april may june july august september october november december'
    .split(' ')
    .flatMap((name, index): [string, string][] => [
      [name, `month${String(index + 1)}`],
      [name.slice(0, 3), `month${String(index + 1)}`],
    ]),
);

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
