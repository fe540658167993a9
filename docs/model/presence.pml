/*
 * Who is present before the opening. Instances answer polls from memory. Each of them notes a member once in a period,
 * and its tick tells Redis. At the opening Redis decides from these notes who is absent. README.md beside this file says
 * what is checked. Each BUG_… breaks a rule. With DEATHS an instance may end with notes that it has not sent.
 */

#ifndef MEMBERS
#define MEMBERS 2      /* who may come */
#endif
#ifndef INSTANCES
#define INSTANCES 2    /* any of them answers a poll */
#endif
#ifndef CHANGES
#define CHANGES 1      /* how often somebody may leave, all together */
#endif
#ifndef DEATHS
#define DEATHS 0       /* how often an instance may end and start again, knowing nothing */
#endif

/* Times, in ticks of 18 seconds, rounded against the members. */
#define ABSENCE 5      /* who is not noted for longer is absent */
#define ASK_MAX 2      /* a member asks at least this often */
#ifdef BUG_SAMPLED_RARELY
#define PERIOD 5
#else
#define PERIOD 3       /* half of the absence time */
#endif

typedef Member {
  bit here;             /* has joined and not left */
  unsigned asked : 2;   /* ticks since the last poll */
  bit known;            /* in Redis: `early` has a time, and no final status */
  bit ended;            /* in Redis: a final status */
  unsigned noted : 3    /* in Redis: ticks since the last note */
}
Member member[MEMBERS];

typedef Instance {
  unsigned period : 3;  /* ticks since its period began */
  bit noted[MEMBERS];
  bit pending[MEMBERS]
}
Instance instance[INSTANCES];

bit opened;
unsigned changes : 3, deaths : 2;

hidden byte k, j, late;  /* for the steps only; always 0 between them */

#define ANYBODY (k : 0 .. MEMBERS - 1)

/* The script that gives a number, or the one that the member had. */
inline join(m) {
  member[m].here = 1; member[m].asked = 0;
  member[m].known = 1; member[m].ended = 0; member[m].noted = 0;
  printf("    member %d joins\n", m)
}

/* The script that ends a place. */
inline leave(m) {
  changes++;
  member[m].here = 0; member[m].asked = 0;
  member[m].known = 0; member[m].ended = 1; member[m].noted = 0;
  printf("    member %d leaves\n", m)
}

/* A poll: no store is asked. */
inline ask(m, i) {
  if
#ifdef BUG_PERIOD_NEVER_ENDS
  :: false
#else
  :: instance[i].period > PERIOD ->
     for (j : 0 .. MEMBERS - 1) {
       instance[i].noted[j] = 0
     }
     j = 0; instance[i].period = 0
#endif
  :: else
  fi;
  if
  :: !instance[i].noted[m] -> instance[i].noted[m] = 1; instance[i].pending[m] = 1
  :: else
  fi;
  member[m].asked = 0;
  printf("    member %d asks instance %d\n", m, i)
}

/* The tick tells Redis. */
inline tick(i) {
  for ANYBODY {
    if
#ifdef BUG_LEFT_IS_NOTED
    :: instance[i].pending[k] ->
       member[k].ended = 0; member[k].known = 1; member[k].noted = 0
#else
    :: instance[i].pending[k] && !member[k].ended -> member[k].known = 1; member[k].noted = 0
#endif
    :: else
    fi;
    instance[i].pending[k] = 0
  }
  k = 0
}

/* The call fails. What was not sent goes with the next one. */
inline fail(i) {
#ifdef BUG_NOT_PUT_BACK
  for ANYBODY {
    instance[i].pending[k] = 0
  }
  k = 0
#else
  skip
#endif
}

inline die(i) {
  deaths++;
  printf("    instance %d ends\n", i);
  for ANYBODY {
    instance[i].noted[k] = 0; instance[i].pending[k] = 0
  }
  k = 0; instance[i].period = 0
}

/* Time goes on if every member who must ask has asked, and what was noted is sent: ticks are much shorter. */
inline clock() {
  late = 0;
  for ANYBODY {
    late = late || (member[k].here && member[k].asked == ASK_MAX);
    for (j : 0 .. INSTANCES - 1) {
      late = late || instance[j].pending[k]
    }
  }
  j = 0;
  if
  :: late
  :: else ->
     for ANYBODY {
       if
       :: member[k].here -> member[k].asked++
       :: else
       fi;
       if
       :: member[k].known && member[k].noted <= ABSENCE -> member[k].noted++
       :: else
       fi
     }
     for (k : 0 .. INSTANCES - 1) {
       if
       :: instance[k].period <= PERIOD -> instance[k].period++
       :: else
       fi
     }
  fi;
  k = 0; late = 0
}

/* Redis decides who is absent. */
inline open() {
  opened = 1;
  for ANYBODY {
    /* nobody who asks is passed over */
    assert(!member[k].here || (member[k].known && member[k].noted <= ABSENCE));
    /* nobody is waited for who has left */
    assert(member[k].here || !member[k].known)
  }
  k = 0
}

active proctype everything() {
  byte m, i;
  do
  :: opened -> break
  :: !opened -> atomic {
       select(m : 0 .. MEMBERS - 1);
       select(i : 0 .. INSTANCES - 1);
       if
       :: !member[m].here -> join(m)
       :: member[m].here && changes < CHANGES -> leave(m)
       :: member[m].here -> ask(m, i)
       :: tick(i)
       :: fail(i)
       :: deaths < DEATHS -> die(i)
       :: clock()
       :: open()
       fi;
       m = 0; i = 0
     }
  od
}
