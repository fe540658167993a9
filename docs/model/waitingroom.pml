/*
 * The waiting room's admission: the scripts that Redis runs, the instances that call them, the members, time,
 * and what may break. README.md beside this file says what is checked, how, and where the model and the code differ.
 *
 * Every script is one indivisible step, as Redis promises. Time is a number of ticks that are left or have
 * passed, never a date, so that the model is finite and runs on for ever.
 *
 * SHARED_STEPS lets a near poll take no step. CHECK_CAPACITY, CHECK_ORDER, CHECK_DRAINS and POSITIONS choose what is checked; each BUG_… breaks a rule, and
 * UNCOVERED and SILENT_INSIDE let happen what the design makes no promise for.
 */

/* The bounds. */
#ifndef MEMBERS
#define MEMBERS 4      /* who may join, each once: 3 to 6 */
#endif
#ifndef CAPACITY
#define CAPACITY 1     /* most passes at a time */
#endif
#ifndef BAND
#define BAND 2         /* so many places behind the front are near */
#endif
#ifndef INSTANCES
#define INSTANCES 2    /* at most 3; one always lives */
#endif
#ifndef DEATHS
#define DEATHS 1       /* how often an instance may die */
#endif
#ifndef RESTARTS
#define RESTARTS 0     /* how often a dead one may come back, knowing nothing */
#endif
#ifndef LOSSES
#define LOSSES 1       /* how often Redis may lose everything */
#endif
#ifndef SLEEPERS
#define SLEEPERS 1     /* how many waiters may stay away as long as they like and yet ask again, once */
#endif

/* Times, in ticks. */
#ifndef ASK_MIN
#define ASK_MIN 1      /* a member asks again after so many ticks at the earliest … */
#endif
#ifndef ASK_MAX
#define ASK_MAX 2      /* … and at the latest; that is what `live` means */
#endif
#ifndef GRACE
#define GRACE 4        /* who has not asked for so long is absent */
#endif
#ifndef CLAIM
#define CLAIM 4        /* first lease of who is let in; also the quarantine after a loss */
#endif
#ifndef PASS
#define PASS 4         /* length of a pass; also how long tickets of decided places count after a loss */
#endif
#ifndef SETTLE
#define SETTLE 1       /* every instance takes its tick at least once within it */
#endif

/* What Redis holds. The life of the queue is its epoch: 0 if Redis knows nothing. */
unsigned life : 2, last_number : 3, front : 3, dead : 8;
unsigned next_sweep_end : 4, absence_age : 3, sweep_end : 4, swept_up_to : 3;
unsigned settling : 3, quarantine : 3, readmission : 3, absence_ignored : 3;

/* What the database holds: whether the opening is on record. */
bit drawn;

typedef Member {
  bit near;             /* in Redis: `waiting` */
  unsigned unseen : 3;  /* in Redis: `last_seen`, as ticks since */
  unsigned lease : 3;   /* in Redis: `inside`, 0 for nothing, otherwise the ticks left + 1 */
  bit claimed;          /* in Redis: `passes` */
  bit ended;            /* in Redis: `final_statuses` */
  bit aside;            /* in Redis: `aside`; the grace ends at any moment */
  unsigned at : 2;      /* what the member was told last */
  unsigned place : 3;
  bit live;             /* has always asked in time, and will */
  unsigned asked : 3;   /* ticks since */
  unsigned till : 3;    /* ticks left of the pass, as the member was told */
#ifdef POSITIONS
  unsigned told : 3     /* the last position */
#endif
}
Member member[MEMBERS];

/* What is told to a member; AWAY has left, has paid, was told the end, or will never ask again. */
#define NEW 0
#define WAITING 1
#define INSIDE 2
#define AWAY 3

typedef Instance {
  bit alive = 1;
  bit ticked;           /* within this tick of the clock */
  bit shown;            /* its snapshot may be shown to who is far */
  unsigned life : 2;    /* what it knows */
  unsigned last_number : 3;
  unsigned front : 3;
  unsigned dead : 8;    /* as of its last tick */
#ifdef POSITIONS
  unsigned waits : 8    /* dead places as its snapshot counts them */
#endif
}
Instance instance[INSTANCES];

unsigned joined : 3, lives : 2, deaths : 2, restarts : 2, losses : 2, sleepers : 2;

/* For the scripts only; always 0 between them. */
hidden byte k, lowest, count, lost, fresh, refused, before;

#define BIT(p) (1 << (p))
#define MAX(a, b) ((a) > (b) -> (a) : (b))
#define MIN(a, b) ((a) < (b) -> (a) : (b))
#define IS_DEAD(p) ((dead & BIT(p)) != 0)

/* Whether anybody … */
#define ANY(of) (of(0) || of(1) || of(2) OR_3(of) OR_4(of) OR_5(of))
#if MEMBERS > 3
#define OR_3(of) || of(3)
#else
#define OR_3(of)
#endif
#if MEMBERS > 4
#define OR_4(of) || of(4)
#else
#define OR_4(of)
#endif
#if MEMBERS > 5
#define OR_5(of) || of(5)
#else
#define OR_5(of)
#endif

/* --------------------------------------------------------------------------------------------- properties */

/* (a) Inside: who has a lease or a pass, and who was told so and asks in time, even if Redis has lost it. */
#define IS_INSIDE(m) (member[m].lease > 0 || (member[m].at == INSIDE && member[m].live))

inline check_capacity() {
#ifdef CHECK_CAPACITY
  count = 0;
  for (k : 0 .. MEMBERS - 1) {
    if
    :: IS_INSIDE(k) -> count++
    :: else
    fi
  }
  assert(count <= CAPACITY);
  count = 0; k = 0
#else
  skip
#endif
}

/* (b) A live waiter with a lower place is neither inside nor was ended: c overtakes them. */
inline check_order(c) {
#ifdef CHECK_ORDER
  for (k : 0 .. MEMBERS - 1) {
    assert(!(member[k].at == WAITING && member[k].live && member[k].lease == 0 && member[k].place < member[c].place))
  }
  k = 0
#else
  skip
#endif
}

/* (b) Nor is a live member passed over: only who has stayed away is told that the place has ended. */
inline check_ended(m) {
#ifdef CHECK_ORDER
  assert(!member[m].live)
#else
  skip
#endif
}

/* (d) A position never grows in its member's sight. */
inline check_position(m, decided, gone) {
#ifdef POSITIONS
  count = MAX(member[m].place, (decided) + 1) - (decided) - 1;
  for (k : 1 .. MEMBERS) {
    if
    :: k > (decided) && k < member[m].place && ((gone) & BIT(k)) -> count--
    :: else
    fi
  }
  printf("    member %d has %d ahead\n", m, count);
  assert(count <= member[m].told);
  member[m].told = count;
  count = 0; k = 0
#else
  skip
#endif
}

#define KEEPS_ASKING(m) (member[m].at == WAITING && member[m].live)

/* (c) Everybody joins at most once, so whoever waits for ever is seen as a queue that is never empty again. */
#ifdef CHECK_DRAINS
ltl drains { [] <> !ANY(KEEPS_ASKING) }
#endif

/* ------------------------------------------------------------------------------------------------ scripts */

/* Decides a place behind the front. */
inline mark_dead(which) {
  if
  :: which > front -> printf("    place %d is dead\n", which); dead = dead | BIT(which)
  :: else
  fi
}

/* Nothing needs to be known of who will never ask. */
inline forget(m) {
  if
  :: member[m].at == AWAY && !member[m].near && member[m].lease == 0 -> member[m].place = 0; member[m].ended = 0; member[m].aside = 0
  :: else
  fi
}

/* Ends a member's place. */
inline end_place(m) {
  printf("    member %d ends\n", m);
  if
  :: member[m].near -> mark_dead(member[m].place)
  :: else
  fi;
  member[m].near = 0; member[m].unseen = 0; member[m].lease = 0; member[m].claimed = 0;
  member[m].ended = 1;
  forget(m)
}

/* Nobody waits for a silent member any more; whoever comes back has the old place. */
inline set_aside(m) {
  printf("    member %d is set aside\n", m);
#ifndef BUG_ASIDE_UNDECIDED
  if
  :: member[m].near -> mark_dead(member[m].place)
  :: else
  fi;
#endif
  member[m].near = 0; member[m].unseen = 0; member[m].lease = 0; member[m].claimed = 0;
  member[m].aside = 1;
  forget(m)
}

inline note(m) {
  member[m].near = 1; member[m].unseen = 0; member[m].aside = 0
}

inline restart_absence() {
  next_sweep_end = front + BAND; absence_age = 0; sweep_end = swept_up_to
}

/* Redis has lost something; what follows counts from the end of settling. */
inline begin_recovery() {
  printf("    Redis has lost something\n");
  settling = SETTLE;
  quarantine = SETTLE + CLAIM; readmission = SETTLE + PASS; absence_ignored = SETTLE + GRACE;
#ifdef BUG_NO_QUARANTINE
  quarantine = SETTLE;
#endif
#ifdef BUG_NO_RECOVERY
  readmission = 0;
#endif
#ifdef BUG_NO_SETTLE
  settling = 0;
#endif
  swept_up_to = front;
  restart_absence()
}

/* Every script begins with it: takes over what instance i knows better than Redis, which then has lost something. */
inline load_queue(i, presented) {
  fresh = (life == 0);
  lost = instance[i].last_number > last_number || instance[i].front > front || (presented > last_number && readmission == 0);
#ifndef BUG_EMPTY_BELIEVED
  lost = lost || (fresh && drawn);
#endif
  if
  :: fresh -> lives++; life = lives
  :: else
  fi;
  last_number = MAX(last_number, MAX(instance[i].last_number, presented));
  front = MAX(front, instance[i].front);
  before = dead;
  if
  :: lost -> begin_recovery()
  :: !lost && fresh -> restart_absence()
  :: else
  fi;
  lost = 0; fresh = 0
}

inline advance() {
  do
  :: IS_DEAD(front + 1) -> front++
  :: else -> break
  od;
  dead = dead & ~(BIT(front + 1) - 1)
}

inline drop_leases() {
  for (k : 0 .. MEMBERS - 1) {
    if
    :: member[k].lease == 1 && member[k].claimed -> end_place(k)
    :: member[k].lease == 1 && !member[k].claimed -> set_aside(k)
    :: else
    fi
  }
  k = 0
}

inline pass_over_absent() {
  for (k : 0 .. MEMBERS - 1) {
    if
    :: member[k].near && member[k].unseen >= GRACE -> set_aside(k)
    :: else
    fi
  }
  k = 0
}

inline find_near(p) {
  count = 0;
  for (k : 0 .. MEMBERS - 1) {
    if
    :: member[k].near && member[k].place == p -> count = 1
    :: else
    fi
  }
  k = 0
}

/* The member of a place that nobody of the near has. */
inline keep_aside(p) {
  for (k : 0 .. MEMBERS - 1) {
    if
    :: member[k].at == WAITING && member[k].place == p && !member[k].near && member[k].lease == 0 && !member[k].ended && p > front -> member[k].aside = 1
    :: else
    fi
  }
  k = 0
}

/* Up to the horizon, a place that nobody of the near has is dead. */
inline sweep() {
  if
  :: absence_age >= GRACE ->
    sweep_end = next_sweep_end; next_sweep_end = front + BAND; absence_age = 0
  :: else
  fi;
#ifdef BUG_HORIZON_AT_ONCE
  next_sweep_end = front + BAND; sweep_end = next_sweep_end;
#endif
  swept_up_to = MAX(swept_up_to, front);
#ifndef BUG_NO_SWEEP
  do
  :: swept_up_to < sweep_end && swept_up_to < last_number ->
    swept_up_to++;
    find_near(swept_up_to);
    if
    :: !count && !IS_DEAD(swept_up_to) -> mark_dead(swept_up_to); keep_aside(swept_up_to)
    :: else
    fi;
    count = 0
  :: else -> break
  od
#endif
}

inline count_inside() {
  count = 0;
  for (k : 0 .. MEMBERS - 1) {
    if
#ifdef BUG_LEASE_NOT_COUNTED
    :: member[k].lease > 0 && member[k].claimed -> count++
#else
    :: member[k].lease > 0 -> count++
#endif
    :: else
    fi
  }
  k = 0
}

#define NOBODY MEMBERS

inline find_lowest() {
  lowest = NOBODY;
  for (k : 0 .. MEMBERS - 1) {
    if
    :: member[k].near && (lowest == NOBODY || member[k].place < member[lowest].place) -> lowest = k
    :: else
    fi
  }
  k = 0
}

inline admit(m) {
  printf("    member %d is let in with place %d\n", m, member[m].place);
  check_order(m);
  member[m].near = 0; member[m].unseen = 0;
  member[m].lease = CLAIM + 1;
  front = MAX(front, member[m].place);
  advance();
  check_capacity()
}

inline let_in() {
  do
  :: true ->
    count_inside();
    find_lowest();
    if
    :: count >= CAPACITY || lowest == NOBODY -> break
#ifndef BUG_NO_STOP
    :: count < CAPACITY && lowest != NOBODY && member[lowest].place > front + 1 -> break
#endif
    :: else -> count = 0; admit(lowest)
    fi
  od;
  count = 0; lowest = 0
}

inline step() {
  drop_leases();
  if
  :: absence_ignored == 0 -> pass_over_absent(); sweep()
  :: else
  fi;
  advance();
  if
  :: quarantine == 0 -> let_in()
  :: else
  fi
}

/* What an instance knows is asked for after a loss only. */
#define WILL_MATTER (losses < LOSSES)

/* Every answer carries the snapshot and the places that the call decided; what was said while settling is not shown. */
inline learn(i) {
  instance[i].front = front;
  instance[i].last_number = (WILL_MATTER -> last_number : 0);
#ifndef BUG_DEAD_LEARNT_LATE
  instance[i].dead = (WILL_MATTER || instance[i].life != life -> (instance[i].dead | (dead & ~before)) & ~(BIT(front + 1) - 1) : 0);
#endif
  before = 0;
#ifdef BUG_SETTLING_SHOWN
  instance[i].shown = 1;
#else
  instance[i].shown = (settling == 0);
#endif
#ifdef POSITIONS
  instance[i].waits = dead
#endif
}

/* The tick: an instance that finds another life tells it the dead places that it knows; a tick answers all of them. */
inline tick(i) {
  printf("instance %d ticks\n", i);
  load_queue(i, 0);
#ifndef BUG_DEAD_FORGOTTEN
  for (k : 1 .. MEMBERS) {
    if
    :: instance[i].life != life && (instance[i].dead & BIT(k)) -> mark_dead(k)
    :: else
    fi
  }
  k = 0;
#endif
  step();
  instance[i].life = life;
  learn(i);
  instance[i].dead = (WILL_MATTER -> dead : 0);
  instance[i].ticked = 1; drawn = 1
}

/* --------------------------------------------------------------------------------------- what members do */

/* The member will never ask again. */
inline depart(m) {
  printf("    member %d is away\n", m);
  member[m].at = AWAY; member[m].live = 0; member[m].asked = 0; member[m].till = 0; member[m].ended = 0;
#ifdef POSITIONS
  member[m].told = 0;
#endif
  forget(m)
}

inline join(m, i) {
  load_queue(i, 0);
  if
  :: settling > 0
  :: else ->
    last_number++; member[m].place = last_number;
    printf("member %d joins through instance %d with place %d\n", m, i, last_number);
#ifndef BUG_JOIN_UNREGISTERED
    if
    :: last_number <= front + BAND -> note(m)
    :: else
    fi;
#endif
    learn(i);
    joined++; member[m].at = WAITING; member[m].live = 1;
#ifdef POSITIONS
    member[m].told = 7;
    check_position(m, front, dead)
#endif
  fi
}

inline tell_end(m) {
  check_ended(m);
#ifdef CHECK_ORDER
  assert(!member[m].aside);
#endif
  depart(m)
}

#define IS_DECIDED(m) (member[m].place <= front || IS_DEAD(member[m].place))
#ifdef BUG_ASIDE_REFUSED
#define IS_OVER(m) (readmission == 0 && IS_DECIDED(m))
#else
#define IS_OVER(m) (readmission == 0 && IS_DECIDED(m) && !member[m].aside)
#endif

inline look(m, i) {
  load_queue(i, member[m].place);
  if
  :: settling > 0
  :: else ->
    if
    :: member[m].ended -> refused = 1
    :: !member[m].ended && !member[m].near && member[m].lease == 0 ->
      if
      :: IS_OVER(m) -> refused = 1
#ifdef BUG_RETURN_UNREGISTERED
      :: !IS_OVER(m) && !member[m].aside && member[m].place <= front + BAND -> note(m)
#else
      :: !IS_OVER(m) && member[m].place <= front + BAND -> note(m)
#endif
      :: else
      fi
    :: else
    fi;
    if
    :: member[m].near -> member[m].unseen = 0
    :: else
    fi;
    if
    :: member[m].lease == 1 && !member[m].claimed -> member[m].lease = CLAIM + 1
    :: else
    fi;
#ifdef SHARED_STEPS
    if
    :: step()
    :: skip   /* somebody has just taken one */
    fi;
#else
    step();
#endif
    learn(i);
    if
    :: refused || member[m].ended -> refused = 0; tell_end(m)
    :: !(refused || member[m].ended) && member[m].lease > 0 ->
      if
      :: !member[m].claimed -> member[m].claimed = 1; member[m].lease = PASS + 1
      :: else
      fi;
      member[m].at = INSIDE; member[m].till = member[m].lease - 1;
      check_capacity()
    :: else ->
      member[m].at = WAITING; member[m].till = 0; member[m].live = 1;
      check_position(m, front, dead)
    fi
  fi
}

#define IS_FAR(m, i) (instance[i].shown && member[m].place > instance[i].front + BAND)

/* Who is far is answered from the snapshot. */
inline ask(m, i) {
  printf("member %d asks instance %d\n", m, i);
  if
  :: IS_FAR(m, i) && member[m].at == WAITING ->
#ifdef POSITIONS
    check_position(m, instance[i].front, instance[i].waits)
#else
    skip
#endif
  :: else -> look(m, i)
  fi;
  if
  :: member[m].at != AWAY -> member[m].asked = 0
  :: else
  fi;
  if
  :: member[m].at == WAITING && !member[m].live -> depart(m)
  :: else
  fi
}

inline doze(m) {
  printf("member %d falls asleep\n", m);
  sleepers++; member[m].live = 0; member[m].asked = MIN(member[m].asked, ASK_MIN)
}

/* Leaves, or has paid. */
inline finish(m, i) {
  printf("member %d leaves through instance %d\n", m, i);
  load_queue(i, 0);
  depart(m);
  if
  :: member[m].near || member[m].lease > 0 -> end_place(m); step()
  :: else
  fi;
  learn(i)
}

#define HERE(m) (member[m].at == WAITING || member[m].at == INSIDE)
#define MAY_ASK(m) (HERE(m) && member[m].asked >= ASK_MIN)

/* Members are alike, so they join in the order of their names. */
#define THROUGH(i) \
  :: d_step { instance[i].alive && member[me].at == NEW && joined == me && settling == 0 -> join(me, i) } \
  :: d_step { instance[i].alive && MAY_ASK(me) -> ask(me, i) } \
  :: d_step { instance[i].alive && HERE(me) && member[me].live -> finish(me, i) }

#define me _pid
active [MEMBERS] proctype Person() {
  do
  THROUGH(0)
  THROUGH(1)
#if INSTANCES == 3
  THROUGH(2)
#endif
  :: d_step { HERE(me) && member[me].live -> depart(me) }
  :: d_step { member[me].at == WAITING && member[me].live && sleepers < SLEEPERS -> doze(me) }
  od
}

/* ------------------------------------------------------------------------------------- instances and time */

#define TICKS(i) \
  :: d_step { instance[i].alive && (!instance[i].ticked || instance[i].life != life) -> tick(i) }

active proctype Servers() {
  do
  TICKS(0)
  TICKS(1)
#if INSTANCES == 3
  TICKS(2)
#endif
  od
}

inline count_down(t) {
  if
  :: t > 0 -> t--
  :: else
  fi
}

inline pass_time() {
  printf("- a tick of the clock: front %d, last number %d, dead %d, next sweep end %d since %d, sweep end %d\n", front, last_number, dead, next_sweep_end, absence_age, sweep_end);
  for (k : 0 .. MEMBERS - 1) {
    if
    :: HERE(k) && (member[k].live || member[k].asked < ASK_MIN) -> member[k].asked++
    :: else
    fi;
    if
    :: member[k].near && member[k].unseen < GRACE -> member[k].unseen++
    :: else
    fi;
    if
    :: member[k].lease > 1 -> member[k].lease--
    :: else
    fi;
    if
    :: member[k].at == INSIDE -> member[k].till--;
      if
      :: member[k].till == 0 -> depart(k)
      :: else
      fi
    :: else
    fi
  }
  for (k : 0 .. INSTANCES - 1) {
    instance[k].ticked = 0
  }
  k = 0;
  if
  :: settling == 0 && absence_age < GRACE -> absence_age++
  :: else
  fi;
  count_down(settling); count_down(quarantine); count_down(readmission); count_down(absence_ignored)
}

#ifdef SILENT_INSIDE
#define MUST_ASK(m) (member[m].at == WAITING && member[m].live && member[m].asked >= ASK_MAX)
#else
#define MUST_ASK(m) (HERE(m) && member[m].live && member[m].asked >= ASK_MAX)
#endif
#define MUST_TICK(i) (instance[i].alive && (!instance[i].ticked || instance[i].life != life))

#if INSTANCES == 3
#define TICKS_DUE (MUST_TICK(0) || MUST_TICK(1) || MUST_TICK(2))
#else
#define TICKS_DUE (MUST_TICK(0) || MUST_TICK(1))
#endif

/* Time does not pass before every instance has taken its tick and everybody who must ask has asked. */
active proctype Clock() {
  do
  :: d_step { !TICKS_DUE && !ANY(MUST_ASK) -> pass_time() }
  od
}

/* --------------------------------------------------------------------------------------- what may break */

inline die(i) {
  printf("instance %d dies\n", i);
  instance[i].alive = 0; instance[i].ticked = 0; instance[i].shown = 0;
  instance[i].life = 0; instance[i].last_number = 0; instance[i].front = 0; instance[i].dead = 0;
#ifdef POSITIONS
  instance[i].waits = 0;
#endif
  deaths++
}

inline start(i) {
  printf("instance %d starts\n", i);
  instance[i].alive = 1; restarts++
}

inline lose() {
  printf("Redis loses everything\n");
  life = 0; last_number = 0; front = 0; dead = 0; next_sweep_end = 0; absence_age = 0; sweep_end = 0; swept_up_to = 0;
  settling = 0; quarantine = 0; readmission = 0; absence_ignored = 0;
  for (k : 0 .. MEMBERS - 1) {
    member[k].near = 0; member[k].unseen = 0; member[k].lease = 0; member[k].claimed = 0; member[k].ended = 0; member[k].aside = 0;
    forget(k)
  }
  k = 0;
  losses++
}

#if INSTANCES == 3
#define OTHERS_THAN(i) (instance[0].alive + instance[1].alive + instance[2].alive > instance[i].alive)
#else
#define OTHERS_THAN(i) (instance[0].alive + instance[1].alive > instance[i].alive)
#endif

#if INSTANCES == 3
#define MOST(of) MAX(instance[0].of, MAX(instance[1].of, instance[2].of))
#define ALL(of) (instance[0].of | instance[1].of | instance[2].of)
#define IS_WITNESSED(i) (KNOWS_AS_MUCH(0, i) || KNOWS_AS_MUCH(1, i) || KNOWS_AS_MUCH(2, i))
#else
#define MOST(of) MAX(instance[0].of, instance[1].of)
#define ALL(of) (instance[0].of | instance[1].of)
#define IS_WITNESSED(i) (KNOWS_AS_MUCH(0, i) || KNOWS_AS_MUCH(1, i))
#endif

/* What the design does not cover is left out: that Redis is lost before the opening is on record, or together with an
   instance that alone knew the last number or, for the positions, the front or a dead place. */
#ifdef POSITIONS
#define IS_KNOWN (MOST(last_number) == last_number && MOST(front) == front && (dead & ~ALL(dead)) == 0)
#define KNOWS_AS_MUCH(j, i) (j != i && instance[j].alive && instance[j].last_number >= instance[i].last_number && instance[j].front >= instance[i].front && (instance[i].dead & ~instance[j].dead) == 0)
#else
#define IS_KNOWN (MOST(last_number) == last_number)
#define KNOWS_AS_MUCH(j, i) (j != i && instance[j].alive && instance[j].last_number >= instance[i].last_number)
#endif

#ifdef UNCOVERED
#define MAY_LOSE true
#define MAY_DIE(i) true
#else
#define MAY_LOSE (drawn && (deaths == 0 || IS_KNOWN))
#define MAY_DIE(i) (life > 0 && settling == 0 || IS_WITNESSED(i))
#endif

#define HITS(i) \
  :: d_step { deaths < DEATHS && instance[i].alive && OTHERS_THAN(i) && MAY_DIE(i) -> die(i) } \
  :: d_step { restarts < RESTARTS && !instance[i].alive -> start(i) }

/* The grace of a member who was set aside is over. */
inline end_grace(m) {
  printf("the grace of member %d is over\n", m);
  member[m].aside = 0; member[m].ended = 1
}

#define GRACES(m) \
  :: d_step { member[m].aside -> end_grace(m) }

active proctype Trouble() {
  do
  GRACES(0)
  GRACES(1)
#if MEMBERS > 2
  GRACES(2)
#endif
#if MEMBERS > 3
  GRACES(3)
#endif
  :: d_step { losses < LOSSES && life > 0 && MAY_LOSE -> lose() }
  HITS(0)
  HITS(1)
#if INSTANCES == 3
  HITS(2)
#endif
  od
}
