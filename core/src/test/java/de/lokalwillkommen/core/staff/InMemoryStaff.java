package de.lokalwillkommen.core.staff;

import java.lang.reflect.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Staff without a database. */
public class InMemoryStaff implements Staff {

  private final List<Counsellor> counsellors = new ArrayList<>();
  private final List<Organisation> organisations =
      new ArrayList<>(List.of(new Organisation("caritas", "Caritas")));
  private final Map<String, SignIn> signIns = new HashMap<>();
  private final List<CounterShift> shifts = new ArrayList<>();

  @Override
  public Optional<Counsellor> findForSignIn(String login) {
    return findByLogin(login);
  }

  @Override
  public Optional<Counsellor> findByLogin(String login) {
    return counsellors.stream().filter(c -> c.login().equals(login)).findFirst();
  }

  @Override
  public Optional<Counsellor> find(long counsellor) {
    return counsellors.stream().filter(c -> c.id() == counsellor).findFirst();
  }

  @Override
  public Optional<Counsellor> findForChange(long counsellor) {
    return find(counsellor);
  }

  @Override
  public List<Counsellor> list() {
    return List.copyOf(counsellors);
  }

  @Override
  public List<Organisation> listOrganisations() {
    return List.copyOf(organisations);
  }

  @Override
  public void add(Organisation organisation) {
    organisations.add(organisation);
  }

  @Override
  public List<Counsellor> listOnShift(String office) {
    List<Long> onShift =
        listOpenShifts(office).stream().map(CounterShift::counsellor).distinct().toList();
    return counsellors.stream().filter(c -> onShift.contains(c.id())).toList();
  }

  @Override
  public void add(Counsellor counsellor) {
    try {
      Field id = Counsellor.class.getDeclaredField("id");
      id.setAccessible(true);
      id.set(counsellor, counsellors.size() + 1L);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    counsellors.add(counsellor);
  }

  @Override
  public Optional<SignIn> findSignIn(SecretToken token) {
    return Optional.ofNullable(signIns.get(token.hash()));
  }

  @Override
  public List<SignIn> listSignIns(Set<String> tokenHashes) {
    return signIns.values().stream().filter(s -> tokenHashes.contains(s.tokenHash())).toList();
  }

  @Override
  public List<SignIn> listSignInsOf(long counsellor) {
    return signIns.values().stream().filter(s -> s.counsellor() == counsellor).toList();
  }

  @Override
  public List<SignIn> listSignInsOfShifts(String office) {
    return listOpenShifts(office).stream()
        .map(CounterShift::counsellor)
        .distinct()
        .flatMap(counsellor -> listSignInsOf(counsellor).stream())
        .toList();
  }

  @Override
  public void add(SignIn signIn) {
    signIns.put(signIn.tokenHash(), signIn);
  }

  @Override
  public void remove(SignIn signIn) {
    signIns.remove(signIn.tokenHash());
  }

  @Override
  public List<Long> listGone(Instant now) {
    return signIns.values().stream()
        .filter(SignIn::isAtCounter)
        .map(SignIn::counsellor)
        .distinct()
        .filter(
            counsellor ->
                listSignInsOf(counsellor).stream()
                    .filter(SignIn::isAtCounter)
                    .allMatch(s -> s.isOver(now)))
        .toList();
  }

  @Override
  public void removeSignInsOver(Instant now) {
    signIns.values().removeIf(s -> s.findEnd(now).equals(Optional.of(SignInEnd.UNUSED)));
  }

  @Override
  public void lockCounter(long counter) {
    // one thread
  }

  @Override
  public void add(CounterShift shift) {
    shifts.add(shift);
  }

  @Override
  public List<CounterShift> listOpenShifts(String office) {
    return shifts.stream()
        .filter(s -> s.office().equals(office) && s.isOpen(Instant.EPOCH))
        .toList();
  }

  @Override
  public List<CounterShift> listOpenShiftsOf(long counsellor) {
    return shifts.stream()
        .filter(s -> s.counsellor() == counsellor && s.isOpen(Instant.EPOCH))
        .toList();
  }
}
