/*
 * The opening of sales: the numbers that members get before it, the draw, and how the places of those who had left
 * are passed over. README.md beside this file says what is checked. Each BUG_… breaks a rule.
 */

#ifndef MEMBERS
#define MEMBERS 4      /* who may come */
#endif
#ifndef CHANGES
#define CHANGES 3      /* how often somebody may leave before the opening, all together */
#endif
#ifndef TOLD
#define TOLD 2         /* of so many places at a time Redis is told who drew them */
#endif
#define MOST (MEMBERS + CHANGES + 1)

byte last_number, drawn_places, places_known, front, draws, changes;
bit opened, putOff;

typedef Member {
  byte number;          /* 0 for none; in Redis: `numbers` */
  bit present;          /* before the opening: in Redis, `early` */
  byte place;           /* what the number drew; after the opening the number itself */
  bit inside
}
Member member[MEMBERS];

byte owner[MOST];       /* who drew a place, counted from 1; 0 for a number that nobody has any more */
bit dead[MOST];

byte k, j, drawn;      /* for the steps only; always 0 between them */

#define ANYBODY (k : 0 .. MEMBERS - 1)

/* Before the opening: a number, or the one they had. */
inline join_early(m) {
  if
  :: member[m].number == 0 -> last_number++; member[m].number = last_number
#ifdef BUG_NEW_NUMBER
  :: member[m].number != 0 && !member[m].present -> last_number++; member[m].number = last_number
#else
  :: member[m].number != 0 -> skip
#endif
  fi;
  member[m].present = 1;
  printf("    member %d has number %d\n", m, member[m].number)
}

inline leave_early(m) {
  printf("    member %d leaves\n", m);
  changes++;
  member[m].present = 0
}

/* Every order is drawn: each number in turn takes any place that is still free. */
inline draw() {
  opened = 1; draws++; drawn_places = last_number;
  printf("    %d numbers are drawn\n", drawn_places);
  for ANYBODY {
    if
    :: member[k].number != 0 && member[k].number <= drawn_places ->
       select_place();
       member[k].place = drawn; owner[drawn] = k + 1
    :: else
    fi
  }
  k = 0; drawn = 0
}

inline select_place() {
  drawn = 0;
  for (j : 1 .. drawn_places) {
    if
    :: owner[j] == 0 -> drawn = j
    :: owner[j] != 0 || drawn != 0 -> skip
    fi
  }
  j = 0
}

inline advance() {
  do
  :: front + 1 < MOST && front + 1 <= places_known && dead[front + 1] -> front++
  :: else -> break
  od
}

/* The tick tells who drew the next places; who had left is passed over at once. */
inline set_drawn_places() {
  for (k : 1 .. TOLD) {
    if
    :: places_known < drawn_places ->
       places_known++;
       if
       :: owner[places_known] == 0 || !member[owner[places_known] - 1].present -> dead[places_known] = 1
#ifdef BUG_ALL_DEAD
       :: else -> dead[places_known] = 1
#else
       :: else
#endif
       fi
    :: else
    fi
  }
  k = 0;
#ifndef BUG_NOT_PASSED_OVER
  advance();
#endif
  /* whoever is at the head of the line is somebody who waits: dead places cost no time */
  assert(front >= places_known || !dead[front + 1])
}

/* After the opening: who has no place gets the last one. Who had left before it has none. */
inline join_late(m) {
  if
  :: member[m].number == 0 || !member[m].present ->
#ifdef BUG_OLD_NUMBER
     if
     :: member[m].number == 0 -> last_number++; member[m].number = last_number; member[m].place = last_number; owner[last_number] = m + 1
     :: else
     fi;
#else
     last_number++; member[m].number = last_number; member[m].place = last_number; owner[last_number] = m + 1;
#endif
     member[m].present = 1;
     printf("    member %d comes late, place %d\n", m, member[m].place);
     /* a place that is decided lets nobody in */
     assert(member[m].place > front && !dead[member[m].place])
  :: else
  fi
}

/* Lets in the lowest place, if it is at the front. */
inline step() {
  if
  :: front + 1 < MOST && front < last_number && (front + 1 > drawn_places || front < places_known) && owner[front + 1] != 0 && !dead[front + 1] ->
     front++;
     printf("    member %d is let in from place %d\n", owner[front] - 1, front);
     member[owner[front] - 1].inside = 1;
     advance();
     /* nobody who waits with a lower place is passed over */
     for ANYBODY {
       assert(!(member[k].present && !member[k].inside && member[k].place != 0 && member[k].place <= front))
     }
     k = 0
  :: else
  fi
}

/* The office moves the opening. */
inline put_off() {
#ifdef BUG_PUT_OFF
  if
  :: opened && !putOff ->
     printf("    the opening is put off\n");
     putOff = 1; opened = 0; places_known = 0;
     for (k : 1 .. MOST - 1) {
       owner[k] = 0
     }
     k = 0
  :: else
  fi
#else
  skip
#endif
}

active proctype everything() {
  byte m;
  do
  :: atomic {
       select(m : 0 .. MEMBERS - 1);
       if
       :: !opened && !member[m].present && !putOff -> join_early(m)
       :: !opened && member[m].present && changes < CHANGES -> leave_early(m)
       :: opened && last_number < MOST - 1 -> join_late(m)
       :: !opened -> draw();
          /* one lot for each member, and one draw */
          assert(drawn_places <= MEMBERS && draws == 1)
       :: opened && places_known < drawn_places -> set_drawn_places()
       :: opened -> step()
       :: opened -> put_off()
       fi;
       m = 0
     }
  od
}
