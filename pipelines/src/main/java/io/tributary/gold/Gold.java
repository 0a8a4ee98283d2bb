package io.tributary.gold;

import io.tributary.gold.customer.CustomerBrand;
import io.tributary.gold.customer.CustomerDays;
import io.tributary.gold.customer.CustomerMaster;
import io.tributary.gold.customer.Sales;
import io.tributary.gold.customer.SegmentTable;
import io.tributary.gold.customer.Terms;
import io.tributary.gold.executive.DailyKpis;
import io.tributary.lake.FewRows;
import io.tributary.lake.Lake;
import io.tributary.lake.Step;
import io.tributary.lake.Table;
import io.tributary.lake.governance.AssumptionBook;
import io.tributary.lake.governance.Assumptions;
import io.tributary.silver.AdSpend;
import io.tributary.silver.OrderLines;
import io.tributary.silver.Orders;
import io.tributary.silver.Returns;
import io.tributary.silver.identity.GoldenCustomers;
import io.tributary.silver.identity.IdentityLinks;
import java.util.List;

/** The third layer's table of contents: the answers, each from silver and from those above it. */
public final class Gold {
  public static final List<Table> TABLES =
      List.of(CustomerDays.TABLE, CustomerBrand.TABLE, CustomerMaster.TABLE, DailyKpis.TABLE);

  private static final List<Table> FACTS =
      List.of(Orders.TABLE, OrderLines.TABLE, Returns.TABLE, IdentityLinks.TABLE);

  private Gold() {}

  public static List<Step> steps(SegmentTable segments) {
    return List.of(
        Step.making(CustomerDays.TABLE, Gold::customerDays).reading(FACTS),
        Step.making(
                CustomerBrand.TABLE,
                lake ->
                    lake.overwrite(
                        CustomerBrand.TABLE,
                        CustomerBrand.of(
                            lake.read(CustomerDays.TABLE),
                            lake.read(IdentityLinks.TABLE),
                            terms(lake, segments))))
            .reading(CustomerDays.TABLE, IdentityLinks.TABLE, Assumptions.TABLE)
            .configuredBy(segments.toString())
            .everyDay(),
        Step.making(
                CustomerMaster.TABLE,
                lake ->
                    lake.overwrite(
                        CustomerMaster.TABLE,
                        CustomerMaster.of(
                            new CustomerMaster.Inputs(
                                lake.read(CustomerBrand.TABLE),
                                lake.read(GoldenCustomers.TABLE),
                                lake.read(IdentityLinks.TABLE)),
                            terms(lake, segments))))
            .reading(
                CustomerBrand.TABLE, GoldenCustomers.TABLE, IdentityLinks.TABLE, Assumptions.TABLE)
            .configuredBy(segments.toString())
            .everyDay(),
        Step.making(DailyKpis.TABLE, Gold::dailyKpis)
            .reading(
                Orders.TABLE,
                OrderLines.TABLE,
                Returns.TABLE,
                IdentityLinks.TABLE,
                CustomerDays.TABLE,
                AdSpend.TABLE,
                Assumptions.TABLE));
  }

  /** Only the days whose facts changed, or whose facts turned out to be another person's. */
  private static void customerDays(Lake lake) {
    boolean isFirst =
        !lake.existedBefore(CustomerDays.TABLE)
            || FACTS.stream().anyMatch(table -> !lake.hasConsumed(table));
    Sales.Inputs all = sales(lake);
    if (isFirst) {
      lake.checkReferences(Orders.TABLE, all.orders());
      lake.overwrite(CustomerDays.TABLE, CustomerDays.of(Sales.of(all)));
      return;
    }
    var days = FewRows.of(RestatedDays.of(lake, all));
    var restated = RestatedDays.only(all, days);
    lake.checkReferences(Orders.TABLE, restated.orders());
    lake.replace(
        CustomerDays.TABLE, CustomerDays.of(Sales.of(restated)), days, Sales.ACTIVITY_DATE);
  }

  private static void dailyKpis(Lake lake) {
    lake.overwrite(
        DailyKpis.TABLE,
        DailyKpis.of(
            new DailyKpis.Inputs(
                Sales.of(sales(lake)), lake.read(CustomerDays.TABLE), lake.read(AdSpend.TABLE)),
            AssumptionBook.of(lake.read(Assumptions.TABLE))));
  }

  private static Sales.Inputs sales(Lake lake) {
    return new Sales.Inputs(
        lake.read(Orders.TABLE),
        lake.read(OrderLines.TABLE),
        lake.read(Returns.TABLE),
        lake.read(IdentityLinks.TABLE));
  }

  private static Terms terms(Lake lake, SegmentTable segments) {
    return new Terms(lake.asOf(), AssumptionBook.of(lake.read(Assumptions.TABLE)), segments);
  }
}
