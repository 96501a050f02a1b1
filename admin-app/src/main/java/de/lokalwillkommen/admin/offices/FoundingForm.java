package de.lokalwillkommen.admin.offices;

import com.ibm.icu.text.Collator;
import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.arranging.ArrangingOffices;
import de.lokalwillkommen.core.offices.OfficeData;
import de.lokalwillkommen.core.offices.OfficeFounding;
import de.lokalwillkommen.core.offices.OfficeTemplate;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The form for a new office. */
@Named
@RequestScoped
public class FoundingForm {

  private static final String LIKE = "like:";

  private ArrangingOffices arranging;
  private OfficesPage page;
  private OfficesRequest asked;
  private CurrentUser me;
  private PageTexts texts;
  private Clock clock;

  private String begin = OfficeTemplate.NEIGHBOURHOOD.name();
  private String slug;
  private String name;
  private String address;
  private String zone = "Europe/Berlin";
  private String region = "nw";

  protected FoundingForm() {}

  @Inject
  FoundingForm(
      ArrangingOffices arranging,
      OfficesPage page,
      OfficesRequest asked,
      CurrentUser me,
      PageTexts texts,
      Clock clock) {
    this.arranging = arranging;
    this.page = page;
    this.asked = asked;
    this.me = me;
    this.texts = texts;
    this.clock = clock;
  }

  /** Founds the office and shows it. */
  public void found() throws IOException {
    ZoneId place = OfficeData.zone(zone);
    String word = OfficeFounding.slug(slug, name);
    OfficeData data =
        OfficeData.usual(
            name, address, place, Optional.ofNullable(region).filter(r -> !r.isEmpty()));
    if (begin.startsWith(LIKE)) {
      arranging.foundLike(me.get(), begin.substring(LIKE.length()), word, data);
    } else {
      OfficeTemplate template =
          Arrays.stream(OfficeTemplate.values())
              .filter(t -> t.name().equals(begin))
              .findFirst()
              .orElseThrow(() -> asked.refused("begin"));
      LocalDate today = LocalDate.ofInstant(clock.instant(), place);
      arranging.found(me.get(), template.found(word, data, texts.of("offices.counterWord"), today));
    }
    asked.goOn(word, OfficePage.HOURS, "founded");
  }

  /** The templates, and the offices that can be copied. */
  public List<SelectItem> getBeginnings() {
    Stream<SelectItem> templates =
        Arrays.stream(OfficeTemplate.values())
            .map(t -> new SelectItem(t.name(), texts.of("offices.template." + t)));
    Stream<SelectItem> copies =
        page.getRows().stream()
            .map(o -> new SelectItem(LIKE + o.id(), texts.of("offices.like", o.name())));
    return Stream.concat(templates, copies).toList();
  }

  /** The German states, and none. */
  public List<SelectItem> getRegions() {
    SelectItem none = new SelectItem("", texts.of("offices.region.none"));
    return Stream.concat(Stream.of(none), regions(texts).stream()).toList();
  }

  /** The German states by their names. */
  static List<SelectItem> regions(PageTexts texts) {
    Collator order = Collator.getInstance(texts.getLanguage().locale());
    return OfficeData.REGIONS.stream()
        .map(code -> new SelectItem(code, texts.of("offices.region." + code)))
        .sorted(Comparator.comparing(SelectItem::getLabel, order))
        .toList();
  }

  public String getBegin() {
    return begin;
  }

  public void setBegin(String begin) {
    this.begin = begin;
  }

  public String getSlug() {
    return slug;
  }

  public void setSlug(String slug) {
    this.slug = slug;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getAddress() {
    return address;
  }

  public void setAddress(String address) {
    this.address = address;
  }

  public String getZone() {
    return zone;
  }

  public void setZone(String zone) {
    this.zone = zone;
  }

  public String getRegion() {
    return region;
  }

  public void setRegion(String region) {
    this.region = region;
  }
}
